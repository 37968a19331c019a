package zeroone.tasks;

import java.time.Duration;

/**
 * Recognises a correct answer: the other half of the gap. Implementations are pure and thread-safe, and treat the answer
 * as hostile input: strict grammar, exact arithmetic, bounded time.
 */
@FunctionalInterface
public interface Verifier {
    Verdict verify(Problem problem, String answer);

    /**
     * How long a verdict may take where that is longer than graders usually wait, as for one that runs programs. Zero, the
     * default, asks for nothing.
     */
    default Duration patience() {
        return Duration.ZERO;
    }
}
