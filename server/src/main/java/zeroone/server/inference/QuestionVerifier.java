package zeroone.server.inference;

import java.util.Optional;
import java.util.function.Predicate;

/** Recognises questions whose answers can be checked. Thread-safe. */
public interface QuestionVerifier {
    /** Knows no question. */
    QuestionVerifier NONE = question -> Optional.empty();

    /** What tells whether an answer to this question is right; empty if nobody can. */
    Optional<Predicate<String>> verifier(String question);
}
