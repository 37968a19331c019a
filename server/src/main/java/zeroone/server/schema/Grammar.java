package zeroone.server.schema;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** What a text may look like. A node is its own identity: two nodes are never merged. */
sealed interface Grammar {
    /** One character of a class. */
    final class Chars implements Grammar {
        final IntPredicate accepts;

        Chars(IntPredicate accepts) {
            this.accepts = accepts;
        }
    }

    /** One after the other. */
    final class Sequence implements Grammar {
        final List<Grammar> parts;

        Sequence(List<Grammar> parts) {
            this.parts = List.copyOf(parts);
        }
    }

    /** One of several. */
    final class Choice implements Grammar {
        final List<Grammar> branches;

        Choice(List<Grammar> branches) {
            this.branches = List.copyOf(branches);
        }
    }

    /** The same, at most so many times. */
    final class Repeat implements Grammar {
        final Grammar body;
        final int most;
        private final List<Grammar> shorter;

        Repeat(Grammar body, int most) {
            this.body = body;
            this.most = most;
            this.shorter = most > 1 ? List.of(new Repeat(body, most - 1)) : List.of();
        }

        /** What may follow one body. */
        List<Grammar> rest() {
            return shorter;
        }
    }

    /** The same, any number of times. */
    final class Star implements Grammar {
        final Grammar body;

        Star(Grammar body) {
            this.body = body;
        }
    }

    /** A rule that may contain itself. */
    final class Rule implements Grammar {
        final Supplier<Grammar> body;

        Rule(Supplier<Grammar> body) {
            this.body = body;
        }
    }

    static Grammar text(String text) {
        return new Sequence(
                text.chars().<Grammar>mapToObj(c -> new Chars(d -> d == c)).toList());
    }

    static Grammar sequence(Grammar... parts) {
        return new Sequence(List.of(parts));
    }

    static Grammar choice(Grammar... branches) {
        return new Choice(List.of(branches));
    }

    static Grammar optional(Grammar body) {
        return choice(body, EMPTY);
    }

    Grammar EMPTY = new Sequence(List.of());
}
