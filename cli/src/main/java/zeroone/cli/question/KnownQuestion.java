package zeroone.cli.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verifier;
import zeroone.tasks.catalog.Tasks;
import zeroone.tasks.countdown.Countdown;
import zeroone.tasks.countdown.CountdownConfig;

/**
 * A question that is a problem of a task: {@code Use 3, 7 and 4 to make 25.} with two to six numbers, or {@code Sudoku: 1 _
 * _ 4 / …}, where a 4×4 grid may name its cells as the task's own prompts do: {@code Sudoku: a1 b_ c_ d4 / …}.
 */
public record KnownQuestion(Problem problem, Verifier verifier) {
    private static final Pattern COUNTDOWN = Pattern.compile(
            "use\\s+(?<numbers>\\d{1,5}(?:(?:\\s*,\\s*and\\s+|\\s*,\\s*|\\s+and\\s+|\\s+)\\d{1,5}){1,5})\\s+to\\s+(?:make|get|reach)\\s+(?<target>\\d{1,5})\\s*[.!?]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern SUDOKU = Pattern.compile(
            "sudoku\\s*:\\s*(?<grid>(?:[0-9_./\\s]|\\b[a-z](?=[0-9_])){1,400}?)\\s*\\.?", Pattern.CASE_INSENSITIVE);

    /**
     * The problem that the question states; empty if no verifier knows this kind of question.
     *
     * @throws IllegalArgumentException if it looks like one and cannot be one; the message says why
     */
    public static Optional<KnownQuestion> of(String question) {
        String text = question.strip();
        Matcher countdown = COUNTDOWN.matcher(text);
        if (countdown.matches()) {
            return Optional.of(countdown(countdown.group("numbers"), Integer.parseInt(countdown.group("target"))));
        }
        Matcher sudoku = SUDOKU.matcher(text);
        return sudoku.matches() ? Optional.of(sudoku(sudoku.group("grid"))) : Optional.empty();
    }

    private static KnownQuestion countdown(String numbers, int target) {
        List<Integer> values = NUMBER.matcher(numbers)
                .results()
                .map(match -> Integer.parseInt(match.group()))
                .toList();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        values.forEach(data.putArray("numbers")::add);
        data.put("target", target);
        return of(Countdown.task(variant(values.size())).problems(), data);
    }

    /** The built-in variants have three numbers and four; the rules are the same for any count. */
    private static CountdownConfig variant(int count) {
        CountdownConfig three = CountdownConfig.THREE;
        return new CountdownConfig(
                "countdown-" + count,
                count,
                three.minNumber(),
                three.maxNumber(),
                three.minTarget(),
                three.maxTarget(),
                three.minIntermediate(),
                three.maxIntermediate(),
                three.wholeOnly());
    }

    private static KnownQuestion sudoku(String grid) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("grid", grid.toLowerCase(Locale.ROOT));
        long cells = grid.chars().filter(c -> Character.isDigit(c) || c == '_').count();
        return of(
                Tasks.named(cells <= 16 ? "sudoku-4" : cells <= 36 ? "sudoku-6" : "sudoku-9")
                        .problems(),
                data);
    }

    private static KnownQuestion of(Taskset tasks, ObjectNode data) {
        return new KnownQuestion(tasks.problem(data), tasks.verifier());
    }
}
