package zeroone.tasks.deduction;

/** A propositional formula. */
sealed interface Proposition {
    /** One of the letters p to u. */
    record Letter(char name) implements Proposition {}

    /** The contradiction #. */
    record Falsity() implements Proposition {}

    record Not(Proposition negated) implements Proposition {}

    record And(Proposition left, Proposition right) implements Proposition {}

    record Or(Proposition left, Proposition right) implements Proposition {}

    record Implies(Proposition left, Proposition right) implements Proposition {}

    /** Letters and connectives. */
    default int size() {
        return switch (this) {
            case Letter(char _), Falsity() -> 1;
            case Not(Proposition negated) -> 1 + negated.size();
            case And(Proposition left, Proposition right) -> 1 + left.size() + right.size();
            case Or(Proposition left, Proposition right) -> 1 + left.size() + right.size();
            case Implies(Proposition left, Proposition right) -> 1 + left.size() + right.size();
        };
    }

    /** For each of the 64 ways to make p to u true or false one bit that says whether the formula is true. */
    default long truthTable() {
        return switch (this) {
            // The columns of a truth table: every second row, every second pair of rows, and so on.
            case Letter(char name) ->
                switch (name) {
                    case 'p' -> 0xAAAA_AAAA_AAAA_AAAAL;
                    case 'q' -> 0xCCCC_CCCC_CCCC_CCCCL;
                    case 'r' -> 0xF0F0_F0F0_F0F0_F0F0L;
                    case 's' -> 0xFF00_FF00_FF00_FF00L;
                    case 't' -> 0xFFFF_0000_FFFF_0000L;
                    default -> 0xFFFF_FFFF_0000_0000L;
                };
            case Falsity() -> 0;
            case Not(Proposition negated) -> ~negated.truthTable();
            case And(Proposition left, Proposition right) -> left.truthTable() & right.truthTable();
            case Or(Proposition left, Proposition right) -> left.truthTable() | right.truthTable();
            case Implies(Proposition left, Proposition right) -> ~left.truthTable() | right.truthTable();
        };
    }

    /** As it is written, with every compound part in brackets: p -> (q & r). */
    default String text() {
        return switch (this) {
            case Letter(char name) -> String.valueOf(name);
            case Falsity() -> "#";
            case Not(Proposition negated) -> "~" + negated.bracketed();
            case And(Proposition left, Proposition right) -> left.bracketed() + " & " + right.bracketed();
            case Or(Proposition left, Proposition right) -> left.bracketed() + " v " + right.bracketed();
            case Implies(Proposition left, Proposition right) -> left.bracketed() + " -> " + right.bracketed();
        };
    }

    private String bracketed() {
        return this instanceof Letter || this instanceof Falsity || this instanceof Not ? text() : "(" + text() + ")";
    }
}
