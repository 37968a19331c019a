package zeroone.server.schema;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places in a grammar where a text may stand after its characters so far. Immutable; equal positions allow the same.
 */
record Position(Set<Reading> readings) {
    /**
     * One way to read the text: the next class of characters and what follows it.
     *
     * @param next nothing where the text may end
     */
    private record Reading(
            Grammar.@Nullable Chars next, @Nullable Rest rest, int hash) {
        static Reading of(Grammar.@Nullable Chars next, @Nullable Rest rest) {
            return new Reading(next, rest, 31 * System.identityHashCode(next) + (rest == null ? 0 : rest.hash));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** What comes after. */
    private record Rest(Grammar first, @Nullable Rest then, int hash) {
        static Rest of(Grammar first, @Nullable Rest then) {
            return new Rest(first, then, 31 * System.identityHashCode(first) + (then == null ? 7 : then.hash));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Readings at once: more would make a schema slow that is ambiguous on purpose. */
    private static final int MOST_READINGS = 4096;

    static Position start(Grammar grammar) {
        Set<Reading> readings = new LinkedHashSet<>();
        expand(Rest.of(grammar, null), readings);
        return new Position(readings);
    }

    /** Whether no text goes on from here, nor ends here. */
    boolean dead() {
        return readings.isEmpty();
    }

    /** Whether the text may end here. */
    boolean mayEnd() {
        return readings.stream().anyMatch(reading -> reading.next() == null);
    }

    Position after(char c) {
        Set<Reading> following = new LinkedHashSet<>();
        for (Reading reading : readings) {
            Grammar.Chars next = reading.next();
            if (next != null && next.accepts.test(c)) {
                expand(reading.rest(), following);
            }
        }
        return new Position(following);
    }

    private static void expand(@Nullable Rest rest, Set<Reading> into) {
        if (into.size() > MOST_READINGS) {
            throw new IllegalStateException("the schema is too ambiguous: its answers can be read in more than "
                    + MOST_READINGS + " ways at one place");
        }
        if (rest == null) {
            into.add(Reading.of(null, null));
            return;
        }
        Rest then = rest.then();
        switch (rest.first()) {
            case Grammar.Chars chars -> into.add(Reading.of(chars, then));
            case Grammar.Sequence sequence -> {
                Rest chain = then;
                for (Grammar part : sequence.parts.reversed()) {
                    chain = Rest.of(part, chain);
                }
                expand(chain, into);
            }
            case Grammar.Choice choice -> choice.branches.forEach(branch -> expand(Rest.of(branch, then), into));
            case Grammar.Repeat repeat -> {
                expand(then, into);
                Rest more = then;
                for (Grammar shorter : repeat.rest()) {
                    more = Rest.of(shorter, more);
                }
                expand(Rest.of(repeat.body, more), into);
            }
            case Grammar.Star star -> {
                expand(then, into);
                expand(Rest.of(star.body, rest), into);
            }
            case Grammar.Rule rule -> expand(Rest.of(rule.body.get(), then), into);
        }
    }
}
