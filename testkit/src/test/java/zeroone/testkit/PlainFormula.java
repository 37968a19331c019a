package zeroone.testkit;

import java.util.regex.Pattern;

/**
 * Works a formula out with plain numbers, at one place x, with its slope there. Reads more than verifiers do; {@link #plain}
 * says whether a formula is written so that every verifier must read it.
 */
final class PlainFormula {
    /** What functions are written of: 3*x, (-3)*x, x+1. */
    private static final Pattern PLAIN_ARGUMENT =
            Pattern.compile("\\((?:\\(-?[0-9]+\\)\\*|-?[0-9]+\\*)?x(?:[+-][0-9]+)?\\)$");

    private final String text;
    private final double x;
    private int position;
    private boolean plain = true;

    /** A value, and how fast it changes with x. */
    record Point(double value, double slope) {
        /** Whether it is this value, as far as plain numbers tell. */
        boolean isValue(double other) {
            return same(value, other);
        }

        boolean hasSlope(double other) {
            return same(slope, other);
        }

        private static boolean same(double a, double b) {
            return Double.isFinite(a)
                    && Double.isFinite(b)
                    && Math.abs(a - b) <= 1e-8 * Math.max(1e-3, Math.max(Math.abs(a), Math.abs(b)));
        }

        Point plus(Point other) {
            return new Point(value + other.value, slope + other.slope);
        }

        Point times(Point other) {
            return new Point(value * other.value, slope * other.value + value * other.slope);
        }

        Point over(Point other) {
            return new Point(
                    value / other.value, (slope * other.value - value * other.slope) / (other.value * other.value));
        }
    }

    PlainFormula(String text, double x) {
        this.text = text;
        this.x = x;
    }

    /**
     * What the whole text is worth.
     *
     * @throws IllegalArgumentException if it is no formula
     */
    Point point() {
        Point point = sum();
        if (position < text.length()) {
            throw new IllegalArgumentException(text.substring(position));
        }
        return point;
    }

    boolean plain() {
        return plain;
    }

    private Point sum() {
        if (text.length() > 20_000) {
            throw new IllegalArgumentException("too long");
        }
        boolean negative = take("-");
        Point sum = product();
        sum = negative ? new Point(0, 0).plus(sum.times(new Point(-1, 0))) : sum;
        while (true) {
            if (take("+")) {
                sum = sum.plus(product());
            } else if (take("-")) {
                sum = sum.plus(product().times(new Point(-1, 0)));
            } else {
                return sum;
            }
        }
    }

    private Point product() {
        Point product = power();
        boolean divided = false;
        while (position < text.length()) {
            if (take("*")) {
                product = product.times(power());
                divided = false;
            } else if (take("/")) {
                plain &= !divided;
                Point divisor = power();
                plain &= divisor.slope == 0;
                product = product.over(divisor);
                divided = true;
            } else if ("+-)}".indexOf(text.charAt(position)) >= 0) {
                return product;
            } else {
                plain = false;
                product = product.times(power());
            }
        }
        return product;
    }

    private Point power() {
        Point base = atom();
        if (!take("^")) {
            return base;
        }
        boolean digits = position < text.length() && Character.isDigit(text.charAt(position));
        double exponent = atom().value;
        plain &= digits && exponent <= 12;
        double lower = exponent == 0 ? 0 : exponent * Math.pow(base.value, exponent - 1);
        return new Point(Math.pow(base.value, exponent), lower * base.slope);
    }

    private Point atom() {
        if (take("\\frac")) {
            return group().over(group());
        }
        if (take("\\sqrt") || take("sqrt")) {
            double root = Math.sqrt(group().value);
            return new Point(root, 0);
        }
        for (String name : new String[] {"exp", "sin", "cos"}) {
            if (take(name)) {
                Point inner = group();
                double value = switch (name) {
                    case "exp" -> Math.exp(inner.value);
                    case "sin" -> Math.sin(inner.value);
                    default -> Math.cos(inner.value);
                };
                double slope = switch (name) {
                    case "exp" -> value;
                    case "sin" -> Math.cos(inner.value);
                    default -> -Math.sin(inner.value);
                };
                plain &= PLAIN_ARGUMENT
                        .matcher(text.substring(0, position).strip())
                        .find();
                return new Point(value, slope * inner.slope);
            }
        }
        if (take("e^")) {
            plain = false;
            Point inner = atom();
            return new Point(Math.exp(inner.value), Math.exp(inner.value) * inner.slope);
        }
        if (take("x")) {
            return new Point(x, 1);
        }
        if (position < text.length() && "({".indexOf(text.charAt(position)) >= 0) {
            return group();
        }
        return number();
    }

    private Point group() {
        boolean round = take("(");
        if (!round && !take("{")) {
            throw new IllegalArgumentException("no bracket");
        }
        Point inner = sum();
        if (!take(round ? ")" : "}")) {
            throw new IllegalArgumentException("no closing bracket");
        }
        return inner;
    }

    private Point number() {
        int start = position;
        while (position < text.length() && (Character.isDigit(text.charAt(position)) || text.charAt(position) == '.')) {
            position++;
        }
        String number = text.substring(start, position);
        if (!number.matches("[0-9]{1,40}(\\.[0-9]{1,40})?")) {
            throw new IllegalArgumentException("no number: " + number);
        }
        plain &= number.equals("0") || !number.startsWith("0");
        spaces();
        return new Point(Double.parseDouble(number), 0);
    }

    private boolean take(String symbols) {
        if (!text.startsWith(symbols, position)) {
            return false;
        }
        position += symbols.length();
        spaces();
        return true;
    }

    private void spaces() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }
}
