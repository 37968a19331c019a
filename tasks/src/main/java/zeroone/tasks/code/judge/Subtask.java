package zeroone.tasks.code.judge;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Tests that score together or not at all.
 *
 * @param size how many tests there are
 * @param tests makes the test of an index from 0, the same each time; called when the test is run, since large tests cost
 *     and most wrong programs fail before them
 */
public record Subtask(int points, int size, IntFunction<TestCase> tests) {
    public Subtask {
        Objects.requireNonNull(tests, "tests");
        if (points < 1 || points > 1_000_000) {
            throw new IllegalArgumentException("the points of a subtask must be in [1, 1000000]: " + points);
        }
        if (size < 1) {
            throw new IllegalArgumentException("a subtask must have tests");
        }
    }

    /** Of tests that are there already. */
    public static Subtask of(int points, List<TestCase> tests) {
        List<TestCase> kept = List.copyOf(tests);
        return new Subtask(points, kept.size(), kept::get);
    }

    TestCase test(int index) {
        return tests.apply(index);
    }
}
