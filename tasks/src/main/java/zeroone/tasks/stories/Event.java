package zeroone.tasks.stories;

import java.util.List;
import java.util.Optional;
import zeroone.tasks.exact.Rational;

/** Something that changes how many things somebody has. */
record Event(Kind kind, long number) {
    /** What can happen; in the sentences {0} is the person, {1} another, {2} the things, {3} the number. */
    enum Kind {
        GAIN(
                '+',
                List.of(
                        "{1} gives {0} {3} more {2}.",
                        "{0} buys another {3} {2}.", "Then {0} finds {3} {2} in a drawer.")),
        LOSS('-', List.of("{0} gives {3} of the {2} to {1}.", "{0} loses {3} {2}.", "{0} sells {3} of the {2}.")),
        GROWTH(
                '*',
                List.of(
                        "A week later {0} has {3} times as many {2} as before.",
                        "{0} trades well, and then has {3} times as many {2} as before.")),
        SHARING(
                '/',
                List.of(
                        "{0} divides the {2} into {3} equal piles and keeps only one of the piles.",
                        "{0} keeps one {2} out of every {3} and gives the rest away."));

        private final char operator;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> sentences;

        Kind(char operator, List<String> sentences) {
            this.operator = operator;
            this.sentences = sentences;
        }

        char operator() {
            return operator;
        }

        /** A sentence for it; any number chooses one. */
        String sentence(int wording) {
            return sentences.get(Math.floorMod(wording, sentences.size()));
        }
    }

    /** The event that an operator and a number write, as "+5". */
    static Optional<Event> read(String text) {
        if (text.isEmpty() || text.length() > 7) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.operator() == text.charAt(0)) {
                return Rational.readWhole(text.substring(1))
                        .filter(number -> number.signum() > 0)
                        .map(number -> new Event(kind, number.longValueExact()));
            }
        }
        return Optional.empty();
    }

    /** Whether it can happen to somebody who has so many things: nobody owes, and piles are equal. */
    boolean possible(long before) {
        return switch (kind) {
            case GAIN, GROWTH -> true;
            case LOSS -> number < before;
            case SHARING -> number > 1 && before % number == 0;
        };
    }

    Rational apply(Rational before) {
        Rational other = Rational.of(number);
        return switch (kind) {
            case GAIN -> before.plus(other);
            case LOSS -> before.minus(other);
            case GROWTH -> before.times(other);
            case SHARING -> before.over(other);
        };
    }

    String text() {
        return "" + kind.operator() + number;
    }
}
