package zeroone.tasks;

/**
 * Recognises a correct answer: the other half of the gap. Implementations are pure and thread-safe, and treat the answer
 * as hostile input: strict grammar, exact arithmetic, bounded time.
 */
public interface Verifier {
    Verdict verify(Problem problem, String answer);
}
