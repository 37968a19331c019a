package zeroone.tasks.code.judge;

import java.util.List;

/** Tests that score together or not at all. */
public record Subtask(int points, List<TestCase> tests) {
    public Subtask {
        tests = List.copyOf(tests);
        if (points < 1 || points > 1_000_000) {
            throw new IllegalArgumentException("the points of a subtask must be in [1, 1000000]: " + points);
        }
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("a subtask must have tests");
        }
    }
}
