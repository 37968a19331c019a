package zeroone.tasks.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.question.Question;

/** What one row of a problem file describes: a problem of a task, or a question with its answer. */
final class ProblemRow {
    /** What an exported problem has beside its data; where given, it must be right. */
    private static final Set<String> STATED = Set.of("id", "prompt");

    private ProblemRow() {}

    /**
     * The problem of a row with its verifier.
     *
     * @throws IllegalArgumentException if the row describes none; the message says why
     */
    static ProblemFile.Entry read(ObjectNode fields) {
        if (fields.has("task") && !fields.has("question")) {
            return ofTask(fields);
        }
        Optional<ChoiceRow> choice = fields.has("verifier") ? Optional.empty() : ChoiceRow.of(fields);
        if (choice.isPresent()) {
            return ofQuestion(choice.get().data(), NamedVerifiers.named("choice"));
        }
        if (fields.has("question")) {
            return ofQuestion(fields);
        }
        throw new IllegalArgumentException("the line must have a \"task\" or a \"question\"");
    }

    private static ProblemFile.Entry ofTask(ObjectNode fields) {
        Taskset tasks = Tasks.named(text(fields, "task")).problems();
        boolean nested = fields.has("data");
        Problem problem = tasks.problem(nested ? data(fields.get("data")) : fields);
        for (String name : fields.propertyNames()) {
            boolean known = name.equals("task")
                    || STATED.contains(name)
                    || (nested ? name.equals("data") : problem.data().has(name));
            if (!known) {
                throw new IllegalArgumentException("a problem of task " + tasks.name() + " has no field \"" + name
                        + "\"; it has " + String.join(", ", problem.data().propertyNames()));
            }
        }
        stated(fields, "id", problem.id(), problem);
        stated(fields, "prompt", problem.prompt(), problem);
        return new ProblemFile.Entry(problem, tasks.verifier());
    }

    private static void stated(ObjectNode fields, String name, String actual, Problem problem) {
        if (fields.has(name) && !problem.data().has(name) && !text(fields, name).equals(actual)) {
            throw new IllegalArgumentException("\"" + name + "\" must be left out or be that of the data, \"" + actual
                    + "\", not \"" + text(fields, name) + "\"");
        }
    }

    /** Data are an object, or its text where a format has no objects. */
    private static ObjectNode data(JsonNode node) {
        try {
            JsonNode data = node.isString() ? JsonMapper.shared().readTree(node.stringValue()) : node;
            if (data instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("\"data\" is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
        throw new IllegalArgumentException("\"data\" must be an object, not " + node);
    }

    private static ProblemFile.Entry ofQuestion(ObjectNode fields) {
        ObjectNode data = fields.deepCopy();
        String name = fields.has("verifier") ? text(fields, "verifier") : fields.has("options") ? "choice" : "exact";
        data.remove("verifier");
        if (name.equals("choice") && data.get("options") != null) {
            List<String> options = new ArrayList<>();
            data.get("options")
                    .forEach(option -> options.add(option.asString("").strip()));
            data = shuffled(data, options);
        }
        return ofQuestion(data, NamedVerifiers.named(name));
    }

    private static ObjectNode shuffled(ObjectNode data, List<String> options) {
        ObjectNode shuffled =
                ChoiceRow.data(text(data, "question"), options, ChoiceRow.option(options, data.get("answer")));
        // What else the row has is kept, so that the verifier can refuse it.
        data.properties().forEach(field -> {
            if (!shuffled.has(field.getKey())) {
                shuffled.set(field.getKey(), field.getValue());
            }
        });
        return shuffled;
    }

    private static ProblemFile.Entry ofQuestion(ObjectNode data, NamedVerifier verifier) {
        return new ProblemFile.Entry(Question.problem(data, verifier), verifier);
    }

    private static String text(ObjectNode fields, String name) {
        JsonNode node = fields.get(name);
        if (node == null || !node.isString()) {
            throw new IllegalArgumentException("\"" + name + "\" must be a text, not " + node);
        }
        return node.stringValue();
    }
}
