package zeroone.tasks.countdown;

import java.util.List;
import java.util.Optional;

/** The four operations on whole numbers that are not negative. */
enum Operator {
    ADD('+'),
    SUBTRACT('-'),
    MULTIPLY('*'),
    DIVIDE('/');

    /** What {@link #apply} returns for a division that is not exact. */
    static final long NONE = Long.MIN_VALUE;

    /** All of them, without the copy that values() makes. */
    static final List<Operator> ALL = List.of(values());

    private final char symbol;

    Operator(char symbol) {
        this.symbol = symbol;
    }

    char symbol() {
        return symbol;
    }

    boolean commutes() {
        return this == ADD || this == MULTIPLY;
    }

    /** The exact result, or {@link #NONE}. */
    long apply(long a, long b) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b != 0 && a % b == 0 ? a / b : NONE;
        };
    }

    /** Equal for steps that differ only in the order of numbers that commute. */
    String key(long a, long b) {
        return commutes() && a < b ? "" + b + symbol + a : "" + a + symbol + b;
    }

    /** The operator with the given symbol; × ÷ − are synonyms. */
    static Optional<Operator> of(int symbol) {
        return switch (symbol) {
            case '+' -> Optional.of(ADD);
            case '-', '−' -> Optional.of(SUBTRACT);
            case '*', '×' -> Optional.of(MULTIPLY);
            case '/', '÷' -> Optional.of(DIVIDE);
            default -> Optional.empty();
        };
    }
}
