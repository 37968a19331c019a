package zeroone.tasks.code.judge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a judge needs to know of a programming problem.
 *
 * @param function the function to be written; empty if a whole program is asked for
 * @param samples tests that the statement shows; they score nothing and must pass for a correct verdict
 * @param subtasks hidden tests
 */
public record JudgedTask(
        Optional<Signature> function,
        List<TestCase> samples,
        List<Subtask> subtasks,
        Checker checker,
        ProgramLimits limits) {
    public JudgedTask {
        Objects.requireNonNull(checker, "checker");
        Objects.requireNonNull(limits, "limits");
        samples = List.copyOf(samples);
        subtasks = List.copyOf(subtasks);
        if (samples.isEmpty() && subtasks.isEmpty()) {
            throw new IllegalArgumentException("a programming problem must have tests");
        }
    }

    /** The points of all subtasks. */
    public int points() {
        return subtasks.stream().mapToInt(Subtask::points).sum();
    }
}
