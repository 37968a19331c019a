package zeroone.tasks.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.code.judge.Checker;
import zeroone.tasks.code.judge.JudgedTask;
import zeroone.tasks.code.judge.Language;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.ProgramLimits;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.Subtask;
import zeroone.tasks.code.judge.TestCase;
import zeroone.tasks.code.judge.ValueType;

/**
 * A problem of a user's own. Of these fields, {@code statement} and either {@code tests} or {@code subtasks} must be there:
 *
 * <pre>{@code
 * {"task":"code", "statement":"Print the sum of two numbers.",
 *  "samples":[{"input":"1 2","output":"3"}],
 *  "tests":[{"input":"10 20","output":"30"}],
 *  "subtasks":[{"points":30,"tests":[…]}],
 *  "languages":["python","cpp","java"], "time_ms":1000, "memory_mb":256,
 *  "checker":"numbers", "tolerance":0.000001,
 *  "function":{"name":"add","parameters":[{"name":"a","type":"int"}],"returns":"int"}}
 * }</pre>
 *
 * The time is that of C++; other languages have more. Plain {@code tests} are one subtask of 100 points. The checker is
 * "words" (the default) or "numbers". With a function, inputs hold its arguments as {@link ValueType} lays them out.
 */
record OwnCodeProblem(ObjectNode data, String statement, Set<Language> languages, JudgedTask judged)
        implements CodeProblem {
    private static final String WHAT = "a programming problem";
    private static final Set<String> FIELDS = Set.of(
            "task",
            "statement",
            "samples",
            "tests",
            "subtasks",
            "languages",
            "time_ms",
            "memory_mb",
            "checker",
            "tolerance",
            "function");
    private static final int POINTS = 100;

    static OwnCodeProblem of(ObjectNode data) {
        JsonFields fields = new JsonFields(WHAT, data);
        fields.only(FIELDS);
        if (fields.has("tests") == fields.has("subtasks")) {
            throw new IllegalArgumentException(WHAT + " must have either \"tests\" or \"subtasks\"");
        }
        String statement = fields.text("statement");
        if (statement.isBlank()) {
            throw new IllegalArgumentException("\"statement\" of " + WHAT + " must not be blank");
        }
        List<Subtask> subtasks = fields.has("tests")
                ? List.of(Subtask.of(POINTS, tests(fields, "tests")))
                : fields.list("subtasks").stream().map(OwnCodeProblem::subtask).toList();
        JudgedTask judged = new JudgedTask(
                fields.has("function") ? Optional.of(function(fields.object("function"))) : Optional.empty(),
                tests(fields, "samples"),
                subtasks,
                checker(fields),
                new ProgramLimits(
                        fields.whole("time_ms", ProgramLimits.DEFAULT.millis()),
                        fields.whole("memory_mb", ProgramLimits.DEFAULT.mebibytes())));
        ObjectNode own = data.deepCopy();
        own.remove("task");
        return new OwnCodeProblem(own, statement, languages(fields), judged);
    }

    @Override
    public int points() {
        return judged.points();
    }

    /** How many tests there are, samples left out. */
    int tests() {
        return judged.subtasks().stream().mapToInt(Subtask::size).sum();
    }

    /** Characters of the longest input. */
    int longest() {
        return judged.subtasks().stream()
                .flatMap(subtask -> IntStream.range(0, subtask.size()).mapToObj(subtask.tests()))
                .mapToInt(test -> test.input().length())
                .max()
                .orElse(0);
    }

    @Override
    public Problem problem(String task) {
        StringBuilder prompt = new StringBuilder(statement.strip()).append("\n\n");
        judged.function().ifPresent(function -> {
            prompt.append("Write a function, declared as\n");
            for (Language language : languages) {
                prompt.append("- ")
                        .append(language.title())
                        .append(": ")
                        .append(function.declaration(language))
                        .append('\n');
            }
            prompt.append('\n');
        });
        for (TestCase sample : judged.samples()) {
            prompt.append("Example input:\n").append(sample.input().strip());
            prompt.append("\nExample output:\n").append(sample.output().strip()).append("\n\n");
        }
        return new Problem(task, "own-" + digest(data.toString()), prompt + CodeProblem.form(languages), data);
    }

    private static Subtask subtask(JsonNode node) {
        JsonFields fields = JsonFields.of("a subtask", node);
        fields.only(Set.of("points", "tests"));
        return Subtask.of(fields.whole("points", POINTS), tests(fields, "tests"));
    }

    private static List<TestCase> tests(JsonFields fields, String name) {
        return fields.list(name).stream()
                .map(node -> {
                    JsonFields test = JsonFields.of("a test", node);
                    test.only(Set.of("input", "output"));
                    return new TestCase(test.text("input"), test.text("output"));
                })
                .toList();
    }

    private static Set<Language> languages(JsonFields fields) {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (JsonNode tag : fields.list("languages")) {
            languages.add(Language.tagged(tag.asString(""))
                    .orElseThrow(() -> new IllegalArgumentException("a language of " + WHAT + " must be "
                            + CodeAnswer.tags(EnumSet.allOf(Language.class)) + ": " + tag)));
        }
        return languages.isEmpty() ? EnumSet.allOf(Language.class) : languages;
    }

    private static Checker checker(JsonFields fields) {
        String name = fields.has("checker") ? fields.text("checker") : "words";
        if (fields.has("tolerance") && !name.equals("numbers")) {
            throw new IllegalArgumentException(
                    "\"tolerance\" of " + WHAT + " must go with the checker numbers, not " + name);
        }
        return switch (name) {
            case "words" -> Checker.TOKENS;
            case "numbers" ->
                Checker.numbers(
                        fields.has("tolerance")
                                ? fields.node().path("tolerance").asDouble(0)
                                : 1e-6);
            case String other ->
                throw new IllegalArgumentException(
                        "\"checker\" of " + WHAT + " must be words or numbers, not \"" + other + "\"");
        };
    }

    private static Signature function(ObjectNode node) {
        JsonFields fields = new JsonFields("a function", node);
        fields.only(Set.of("name", "parameters", "returns"));
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode member : fields.list("parameters")) {
            JsonFields parameter = JsonFields.of("a parameter", member);
            parameter.only(Set.of("name", "type"));
            parameters.add(new Parameter(parameter.text("name"), type(parameter.text("type")), ""));
        }
        return new Signature(fields.text("name"), parameters, type(fields.text("returns")));
    }

    private static ValueType type(String tag) {
        return ValueType.tagged(tag)
                .orElseThrow(() -> new IllegalArgumentException("a type must be one of "
                        + String.join(
                                ", ",
                                List.of(ValueType.values()).stream()
                                        .map(ValueType::tag)
                                        .toList())
                        + ", not \"" + tag + "\""));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
