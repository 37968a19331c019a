package zeroone.tasks.code.judge;

import java.util.List;
import java.util.Optional;
import zeroone.tasks.Verdict;

/**
 * What a program scored: partial credit, which a verdict has none of.
 *
 * @param points of the subtasks of which every test passed
 * @param mostPoints of all subtasks
 * @param refusal why the program was not run at all: it has no program's form, or does not compile
 * @param tests the tests that were run, in order; a subtask is left at its first failure
 */
public record CodeReport(int points, int mostPoints, Optional<String> refusal, List<TestReport> tests) {
    public CodeReport {
        tests = List.copyOf(tests);
        if (points < 0 || points > mostPoints) {
            throw new IllegalArgumentException("points must be in [0, " + mostPoints + "]: " + points);
        }
        if (refusal.isPresent() == !tests.isEmpty()) {
            throw new IllegalArgumentException(
                    "a report must have either a refusal or tests: " + refusal + ", " + tests);
        }
    }

    /** Of a program that was not run. */
    public static CodeReport refused(String reason, int mostPoints) {
        return new CodeReport(0, mostPoints, Optional.of(reason), List.of());
    }

    /** Points as a share of all, in [0, 1]; where there are samples only, whether they passed. */
    public double score() {
        return mostPoints > 0 ? (double) points / mostPoints : verdict().isCorrect() ? 1 : 0;
    }

    /** Correct if every test passed, samples too; otherwise the reason is the first failure. */
    public Verdict verdict() {
        if (refusal.isPresent()) {
            return Verdict.incorrect(refusal.get());
        }
        return tests.stream()
                .filter(test -> test.outcome() != Outcome.PASSED)
                .findFirst()
                .map(test -> Verdict.incorrect(test.toString()))
                .orElse(Verdict.CORRECT);
    }
}
