package zeroone.tasks.exact;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The value of a sum written in one line: whole numbers, + - * / ^ %, brackets, the usual precedence. Division is exact;
 * % is the remainder between 0 and the divisor. Spaces are not allowed. Texts, depths and values are limited.
 */
public final class Arithmetic {
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 60;
    private static final int MOST_BITS = 4096;

    private final String text;
    private int position;

    private Arithmetic(String text) {
        this.text = text;
    }

    /** The exact value; empty if the text is not such a sum, divides by zero or is too large. */
    public static Optional<Rational> value(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Arithmetic reader = new Arithmetic(text);
        try {
            Rational value = reader.sum(0);
            return reader.position == text.length() ? Optional.of(value) : Optional.empty();
        } catch (ArithmeticException | NotASum refused) {
            return Optional.empty();
        }
    }

    private Rational sum(int depth) throws NotASum {
        if (depth > DEEPEST) {
            throw new NotASum();
        }
        Rational value = product(depth);
        while (isAt('+') || isAt('-')) {
            boolean plus = text.charAt(position++) == '+';
            Rational term = product(depth);
            value = limited(plus ? value.plus(term) : value.minus(term));
        }
        return value;
    }

    private Rational product(int depth) throws NotASum {
        Rational value = signed(depth);
        while (isAt('*') || isAt('/') || isAt('%')) {
            char operator = text.charAt(position++);
            Rational factor = signed(depth);
            value = limited(
                    operator == '*'
                            ? value.times(factor)
                            : operator == '/' ? value.over(factor) : remainder(value, factor));
        }
        return value;
    }

    private Rational signed(int depth) throws NotASum {
        if (isAt('-')) {
            position++;
            return power(depth).negate();
        }
        return power(depth);
    }

    private Rational power(int depth) throws NotASum {
        Rational base = atom(depth);
        if (!isAt('^')) {
            return base;
        }
        position++;
        Rational exponent = atom(depth);
        if (!exponent.isWhole()
                || exponent.numerator().bitLength() > 12
                || (long) base.size() * Math.abs(exponent.numerator().intValue()) > MOST_BITS) {
            throw new NotASum();
        }
        return base.power(exponent.numerator().intValue());
    }

    private Rational atom(int depth) throws NotASum {
        if (isAt('(')) {
            position++;
            Rational value = sum(depth + 1);
            if (!isAt(')')) {
                throw new NotASum();
            }
            position++;
            return value;
        }
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (start == position) {
            throw new NotASum();
        }
        return limited(Rational.of(new BigInteger(text.substring(start, position))));
    }

    private static Rational remainder(Rational value, Rational divisor) throws NotASum {
        if (!value.isWhole() || !divisor.isWhole() || divisor.signum() <= 0) {
            throw new NotASum();
        }
        return Rational.of(value.numerator().mod(divisor.numerator()));
    }

    private static Rational limited(Rational value) throws NotASum {
        if (value.size() > MOST_BITS) {
            throw new NotASum();
        }
        return value;
    }

    private boolean isAt(char symbol) {
        return position < text.length() && text.charAt(position) == symbol;
    }

    private static final class NotASum extends Exception {
        private static final long serialVersionUID = 1;

        NotASum() {
            super("not a sum", null, false, false);
        }
    }
}
