package zeroone.tasks.code.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import zeroone.tasks.code.judge.Harness;
import zeroone.tasks.code.judge.JudgedTask;
import zeroone.tasks.code.judge.Language;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.ProgramLimits;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.Subtask;
import zeroone.tasks.code.judge.TestCase;
import zeroone.text.CounterRandom;

/**
 * One problem of one kind. Its tests are a function of this record, so only the record is stored.
 *
 * @param kind name of the kind
 * @param knobs the numbers that its statement fixes
 * @param seed of the random tests
 * @param function whether a function is asked for; otherwise a program that reads standard input
 */
public record GeneratedProblem(String kind, Map<String, Integer> knobs, long seed, boolean function) {
    /** The points of all subtasks. */
    public static final int POINTS_IN_ALL = 100;

    private static final List<Integer> POINTS = List.of(30, 30, 40);
    private static final List<Integer> TESTS = List.of(3, 3, 2);
    private static final ProgramLimits LIMITS = ProgramLimits.DEFAULT;

    public GeneratedProblem {
        knobs = new TreeMap<>(knobs);
        ProblemKind its = Kinds.named(kind);
        for (Knob knob : its.knobs()) {
            Integer value = knobs.get(knob.name());
            if (value == null || value < knob.low() || value > knob.high()) {
                throw new IllegalArgumentException("knob \"" + knob.name() + "\" of " + kind
                        + " must be a whole number in [" + knob.low() + ", " + knob.high() + "], not " + value);
            }
        }
        if (knobs.size() > its.knobs().size()) {
            throw new IllegalArgumentException("the knobs of " + kind + " must be "
                    + its.knobs().stream().map(Knob::name).toList() + " and no others: " + knobs.keySet());
        }
    }

    /** The names of all kinds, the easiest first. */
    public static List<String> kinds() {
        return Kinds.all().stream().map(ProblemKind::name).toList();
    }

    /** A random problem of a kind. */
    public static GeneratedProblem draw(String kind, boolean function, RandomGenerator random) {
        Map<String, Integer> knobs = new TreeMap<>();
        for (Knob knob : Kinds.named(kind).knobs()) {
            knobs.put(knob.name(), random.nextInt(knob.low(), knob.high() + 1));
        }
        return new GeneratedProblem(kind, knobs, random.nextLong() >>> 12, function);
    }

    /** Equal for problems that ask the same, whatever their tests. */
    public String canonicalForm() {
        return kind + knobs;
    }

    /** How many tests there are, samples left out. */
    public int tests() {
        return TESTS.stream().mapToInt(Integer::intValue).sum();
    }

    /** How large the largest tests are, in the measure of the kind. */
    public int largest() {
        return Kinds.named(kind).sizes().getLast();
    }

    /** What is asked, how input and output look, an example and the limits; not how to hand in the answer. */
    public String statement() {
        ProblemKind its = Kinds.named(kind);
        Signature signature = its.signature();
        List<Value> sample = its.input(knobs, its.sizes().getFirst(), random("sample", 0));
        StringBuilder text = new StringBuilder(its.statement(knobs)).append("\n\n");
        if (function) {
            text.append("Write a function with these parameters:\n");
        } else {
            text.append("Write a program that reads from standard input, in this order:\n");
        }
        for (Parameter parameter : signature.parameters()) {
            text.append("- ").append(function ? parameter.name() + ": " : "").append(parameter.meaning());
            text.append(function ? "" : layout(parameter)).append('\n');
        }
        if (function) {
            text.append("It is declared as\n");
            for (Language language : Language.values()) {
                text.append("- ")
                        .append(language.title())
                        .append(": ")
                        .append(signature.declaration(language))
                        .append('\n');
            }
            text.append("and returns the answer; it prints nothing.\n\nExample:\n");
            for (int i = 0; i < sample.size(); i++) {
                text.append(signature.parameters().get(i).name())
                        .append(" = ")
                        .append(sample.get(i).shown())
                        .append('\n');
            }
            text.append("result: ").append(its.answer(knobs, sample)).append('\n');
        } else {
            text.append("and prints the answer to standard output.\n\nExample input:\n")
                    .append(input(sample));
            text.append("Example output:\n").append(its.answer(knobs, sample)).append('\n');
        }
        text.append("\nThe largest inputs have up to ")
                .append(its.largest())
                .append(". Processor time for each test: ");
        text.append(List.of(Language.values()).stream()
                .map(language -> language.millis(LIMITS.millis()) + " ms in " + language.title())
                .collect(Collectors.joining(", ")));
        return text.append("; memory: ")
                .append(LIMITS.mebibytes())
                .append(" MiB.")
                .toString();
    }

    /** The tests, each made when it is run. */
    public JudgedTask judged() {
        ProblemKind its = Kinds.named(kind);
        List<Subtask> subtasks = new ArrayList<>();
        for (int subtask = 0; subtask < POINTS.size(); subtask++) {
            String part = "subtask " + subtask;
            int size = its.sizes().get(subtask + 1);
            subtasks.add(
                    new Subtask(POINTS.get(subtask), TESTS.get(subtask), test -> test(its, size, random(part, test))));
        }
        return new JudgedTask(
                function ? Optional.of(its.signature()) : Optional.empty(),
                List.of(test(its, its.sizes().getFirst(), random("sample", 0))),
                subtasks,
                its.checker(knobs),
                LIMITS);
    }

    /** A program that somebody wrote, of a known quality; empty if nobody did in that language. */
    public Optional<String> program(Quality quality, Language language) {
        String extension = switch (language) {
            case PYTHON -> "py";
            case JAVA -> "java";
            case CPP -> "cpp";
        };
        String file = kind + "/" + quality.file + "." + extension;
        try (InputStream resource = GeneratedProblem.class.getResourceAsStream(file)) {
            if (resource == null) {
                return Optional.empty();
            }
            String source = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Integer> knob : knobs.entrySet()) {
                source = source.replace(
                        "${" + knob.getKey() + "}", knob.getValue().toString());
            }
            return Optional.of(
                    function
                            ? source
                            : Harness.whole(language, Kinds.named(kind).signature(), source));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The idea of a program of a quality, in a few words. */
    public String plan(Quality quality) {
        return Kinds.named(kind).plan().of(quality);
    }

    private TestCase test(ProblemKind its, int size, RandomGenerator random) {
        List<Value> values = its.input(knobs, size, random);
        return new TestCase(input(values), its.answer(knobs, values));
    }

    private static String input(List<Value> values) {
        StringBuilder lines = new StringBuilder();
        values.forEach(value -> value.write(lines));
        return lines.toString();
    }

    private static String layout(Parameter parameter) {
        return switch (parameter.type()) {
            case INT, TEXT, REAL -> " (a line)";
            case INTS -> " (a line with how many there are, and a line with all of them)";
            case TEXTS -> " (a line with how many there are, and a line for each)";
        };
    }

    private RandomGenerator random(String part, int index) {
        return CounterRandom.of(seed, index).split(canonicalForm()).split(part).sequence();
    }
}
