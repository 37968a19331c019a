package zeroone.tasks.code.judge;

import java.util.Objects;

/**
 * What became of one test.
 *
 * @param subtask counted from 1; 0 for a sample
 * @param number counted from 1 within the subtask
 * @param detail what may be told of it: of a sample, what was printed and expected; of a hidden test, nothing about its
 *     contents, nor anything that the program wrote, which could be its input
 * @param cpuMillis processor time
 */
public record TestReport(int subtask, int number, Outcome outcome, String detail, long cpuMillis) {
    public TestReport {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        String place = subtask == 0 ? "sample " + number : "test " + number + " of subtask " + subtask;
        return place + ": " + outcome.words() + (detail.isEmpty() ? "" : ": " + detail);
    }
}
