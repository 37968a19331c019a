package zeroone.tasks.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import zeroone.tasks.Problem;
import zeroone.tasks.Verifier;
import zeroone.tasks.table.Row;
import zeroone.tasks.table.TableFile;

/**
 * Problems of one's own, one JSON object a line ({@code .jsonl}), or the same fields as columns of a {@code .parquet} or
 * {@code .csv} file. A row is a problem of a task, with the task's own fields, or a question with the name of the verifier
 * that judges its answers:
 *
 * <pre>{@code
 * {"task":"countdown-3","numbers":[3,7,4],"target":25}
 * {"question":"Which city is the capital of Bhutan?","answer":"Thimphu"}
 * {"question":"What is 2 + 2?","answer":"4","verifier":"number"}
 * {"question":"Which is a noble gas?","options":["neon","iron","chlorine"],"answer":"neon"}
 * {"question":"Write a date.","pattern":"[0-9]{4}-[0-9]{2}-[0-9]{2}","verifier":"regex"}
 * }</pre>
 *
 * <p>Verifiers, all of which take the whole answer and forgive only white space around it:
 *
 * <ul>
 *   <li>"exact" (the default): the same text;
 *   <li>"number": the same number, exactly: 0.25 is 1/4;
 *   <li>"choice" (the default where there are options): the letter of the right option. "answer" is its text, its letter in
 *       the order given, or its number from 0; the model sees the options shuffled, as a function of their texts;
 *   <li>"regex": a match of the whole answer with "pattern", in RE2's syntax;
 *   <li>those that other modules bring as a {@link zeroone.tasks.NamedVerifier}, such as mathematics and code.
 * </ul>
 *
 * <p>Files of GPQA, MMLU and ARC are read as they are. What {@code tasks export} writes, "task", "id", "prompt" and "data",
 * is read back. Blank lines are skipped; fields that mean nothing are errors.
 *
 * @param entries the problems, in order
 * @param badLines the rows that were skipped because they describe no problem
 */
public record ProblemFile(List<Entry> entries, List<BadLine> badLines) {
    /** A problem with the verifier that judges it. */
    public record Entry(Problem problem, Verifier verifier) {}

    /**
     * A row that describes no problem.
     *
     * @param number counted from 1
     */
    public record BadLine(Path file, long number, String reason) {
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
     * Reads a file in which every row must be good.
     *
     * @throws IllegalArgumentException at the first bad row, with file, number and reason; or if there is no problem
     */
    public static ProblemFile read(Path file) throws IOException {
        return read(file, false);
    }

    /**
     * Reads a file and collects the bad rows instead of failing.
     *
     * @throws IllegalArgumentException if there is no good row
     */
    public static ProblemFile readSkippingBadLines(Path file) throws IOException {
        return read(file, true);
    }

    private static ProblemFile read(Path file, boolean skipBad) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<BadLine> badLines = new ArrayList<>();
        TableFile.read(file, row -> {
            try {
                entries.add(entry(row));
            } catch (IllegalArgumentException failure) {
                BadLine bad = new BadLine(file, row.number(), String.valueOf(failure.getMessage()));
                if (!skipBad) {
                    throw new IllegalArgumentException(bad.toString(), failure);
                }
                badLines.add(bad);
            }
        });
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no problem"
                    + (badLines.isEmpty() ? "" : "; its first bad line is " + badLines.getFirst()));
        }
        return new ProblemFile(entries, badLines);
    }

    private static Entry entry(Row row) {
        return switch (row) {
            case Row.Broken(long number, String reason) -> throw new IllegalArgumentException(reason);
            case Row.Fields(long number, var fields) -> ProblemRow.read(fields);
        };
    }
}
