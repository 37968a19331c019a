package zeroone.tasks.catalog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verifier;
import zeroone.tasks.question.Question;
import zeroone.tasks.question.Question.Comparison;

/**
 * Problems of one's own, one JSON object a line:
 *
 * <pre>{@code
 * {"task":"countdown-3","numbers":[3,7,4],"target":25}
 * {"task":"sudoku-4","grid":"1 _ _ 4 / _ _ 1 _ / _ 1 _ _ / 4 _ _ 1"}
 * {"question":"What is 2 + 2?","answer":"4","verifier":"number"}
 * }</pre>
 *
 * The verifier of a question is "exact" (the default) or "number". Blank lines are skipped; fields that mean nothing are
 * errors.
 *
 * @param entries the problems, in order
 * @param badLines the lines that were skipped because they describe no problem
 */
public record ProblemFile(List<Entry> entries, List<BadLine> badLines) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A problem with the verifier that judges it. */
    public record Entry(Problem problem, Verifier verifier) {}

    /**
     * A line that describes no problem.
     *
     * @param number counted from 1
     */
    public record BadLine(Path file, int number, String reason) {
        @Override
        public String toString() {
            return file + ":" + number + ": " + reason;
        }
    }

    public ProblemFile {
        entries = List.copyOf(entries);
        badLines = List.copyOf(badLines);
    }

    /**
     * Reads a file in which every line must be good.
     *
     * @throws IllegalArgumentException at the first bad line, with file, line number and reason; or if there is no problem
     */
    public static ProblemFile read(Path file) throws IOException {
        return read(file, false);
    }

    /**
     * Reads a file and collects the bad lines instead of failing.
     *
     * @throws IllegalArgumentException if there is no good line
     */
    public static ProblemFile readSkippingBadLines(Path file) throws IOException {
        return read(file, true);
    }

    private static ProblemFile read(Path file, boolean skipBad) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<BadLine> badLines = new ArrayList<>();
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            BoundedLines lines = new BoundedLines(input);
            int number = 0;
            for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                number++;
                try {
                    entry(line.get()).ifPresent(entries::add);
                } catch (IllegalArgumentException failure) {
                    BadLine bad = new BadLine(file, number, String.valueOf(failure.getMessage()));
                    if (!skipBad) {
                        throw new IllegalArgumentException(bad.toString(), failure);
                    }
                    badLines.add(bad);
                }
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no problem"
                    + (badLines.isEmpty() ? "" : "; its first bad line is " + badLines.getFirst()));
        }
        return new ProblemFile(entries, badLines);
    }

    private static Optional<Entry> entry(BoundedLines.Line line) {
        return switch (line) {
            case BoundedLines.Line.Broken(String reason) -> throw new IllegalArgumentException(reason);
            case BoundedLines.Line.Text(String text) -> text.isBlank() ? Optional.empty() : Optional.of(entry(text));
        };
    }

    private static Entry entry(String text) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JacksonException failure) {
            throw new IllegalArgumentException("the line is not JSON: " + failure.getOriginalMessage(), failure);
        }
        if (!(node instanceof ObjectNode fields)) {
            throw new IllegalArgumentException(
                    "the line must be a JSON object, e.g. {\"question\":\"…\",\"answer\":\"…\"}");
        }
        if (fields.has("task")) {
            return ofTask(fields);
        }
        if (fields.has("question")) {
            return ofQuestion(fields);
        }
        throw new IllegalArgumentException("the line must have a \"task\" or a \"question\"");
    }

    private static Entry ofTask(ObjectNode fields) {
        Taskset tasks = Tasks.named(text(fields, "task")).problems();
        Problem problem = tasks.problem(fields);
        for (String name : fields.propertyNames()) {
            if (!name.equals("task") && !problem.data().has(name)) {
                throw new IllegalArgumentException("a problem of task " + tasks.name() + " has no field \"" + name
                        + "\"; it has " + String.join(", ", problem.data().propertyNames()));
            }
        }
        return new Entry(problem, tasks.verifier());
    }

    private static Entry ofQuestion(ObjectNode fields) {
        for (String name : fields.propertyNames()) {
            if (!List.of("question", "answer", "verifier").contains(name)) {
                throw new IllegalArgumentException(
                        "a question has no field \"" + name + "\"; it has question, answer, verifier");
            }
        }
        Comparison comparison = switch (fields.has("verifier") ? text(fields, "verifier") : "exact") {
            case "exact" -> Comparison.EXACT;
            case "number" -> Comparison.NUMBER;
            case String other ->
                throw new IllegalArgumentException("\"verifier\" must be exact or number, not \"" + other + "\"");
        };
        Problem problem = Question.problem(text(fields, "question"), text(fields, "answer"), comparison);
        return new Entry(problem, comparison.verifier());
    }

    private static String text(ObjectNode fields, String name) {
        JsonNode node = fields.get(name);
        if (node == null || !node.isString()) {
            throw new IllegalArgumentException("\"" + name + "\" must be a text, not " + node);
        }
        return node.stringValue();
    }
}
