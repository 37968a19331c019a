package zeroone.evaluation.scaling;

import java.util.Collection;
import zeroone.tasks.Grade;
import zeroone.tasks.Verdict;

/**
 * What became of a number of attempts.
 *
 * @param attempts answers given to the grader
 * @param graderFailures attempts the grader could not judge; they are in no point
 * @param noAnswers attempts without an answer to judge; they count as wrong
 * @param cutThoughts thoughts that a limit ended, not the model
 */
public record AttemptCounts(long attempts, long graderFailures, long noAnswers, long cutThoughts) {
    public static final AttemptCounts NONE = new AttemptCounts(0, 0, 0, 0);

    static AttemptCounts of(Collection<Attempt> attempts) {
        return new AttemptCounts(
                attempts.size(),
                attempts.stream().filter(a -> !a.judged()).count(),
                attempts.stream()
                        .filter(a -> a.grade() instanceof Grade.Judged(Verdict.NoAnswer()))
                        .count(),
                attempts.stream().filter(a -> !a.thoughtEnded()).count());
    }

    public AttemptCounts plus(AttemptCounts other) {
        return new AttemptCounts(
                attempts + other.attempts,
                graderFailures + other.graderFailures,
                noAnswers + other.noAnswers,
                cutThoughts + other.cutThoughts);
    }
}
