package zeroone.tasks.rewriting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the letters of an equation, a to z, stand for. */
final class Bindings {
    private static final @Nullable Term[] NONE = {};

    // Most matches end before anything is bound.
    private @Nullable Term[] terms = NONE;

    Optional<Term> of(char letter) {
        return terms.length == 0 ? Optional.empty() : Optional.ofNullable(terms[letter - 'a']);
    }

    void bind(char letter, Term term) {
        if (terms.length == 0) {
            terms = new @Nullable Term['z' - 'a' + 1];
        }
        terms[letter - 'a'] = term;
    }
}
