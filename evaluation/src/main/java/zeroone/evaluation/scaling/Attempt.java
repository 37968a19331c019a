package zeroone.evaluation.scaling;

import java.util.Objects;
import zeroone.tasks.Grade;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

/**
 * One graded try at a problem.
 *
 * @param sample index of the sample within its problem
 * @param thoughtTokens tokens of the thought
 * @param tokens tokens generated, thought and answer
 * @param length tokens of prompt and completion together
 * @param thoughtEnded the model ended the thought itself, before any limit did
 */
public record Attempt(
        Problem problem,
        int sample,
        String thought,
        String answer,
        Grade grade,
        int thoughtTokens,
        int tokens,
        int length,
        boolean thoughtEnded) {
    public Attempt {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(thought, "thought");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(grade, "grade");
    }

    boolean judged() {
        return grade instanceof Grade.Judged;
    }

    /** The answer as it goes into a vote: empty where the verifier saw nothing to judge. */
    String ballot() {
        return grade instanceof Grade.Judged(Verdict.NoAnswer()) ? "" : answer;
    }

    /** Whether a budget of so many tokens would not have changed anything about this attempt. */
    boolean fits(int budget) {
        return thoughtEnded && thoughtTokens <= budget;
    }
}
