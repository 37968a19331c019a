package zeroone.tasks.arithmetic;

import java.math.BigInteger;

/** Reads a sum such as 3+4*(5-2) strictly: whole numbers, + - * /, brackets, no spaces, no sign in front. */
final class FormulaReader {
    private static final int LONGEST = 500;
    private static final int DEEPEST = 40;
    private static final int MOST_DIGITS = 12;

    private final String text;
    private int position;

    private FormulaReader(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException if the text is no such sum or a division leaves a remainder
     */
    static Formula read(String text) {
        FormulaReader reader = new FormulaReader(text);
        if (text.length() > LONGEST) {
            throw reader.refusal();
        }
        Formula formula = reader.sum(0);
        if (reader.position != text.length()) {
            throw reader.refusal();
        }
        return formula;
    }

    private Formula sum(int depth) {
        Formula formula = product(depth);
        while (isAt('+') || isAt('-')) {
            formula = operation(formula, text.charAt(position++), product(depth));
        }
        return formula;
    }

    private Formula product(int depth) {
        Formula formula = atom(depth);
        while (isAt('*') || isAt('/')) {
            formula = operation(formula, text.charAt(position++), atom(depth));
        }
        return formula;
    }

    private Formula operation(Formula left, char operator, Formula right) {
        if (operator == '/'
                && (right.value().signum() == 0
                        || left.value().mod(right.value().abs()).signum() != 0)) {
            throw new IllegalArgumentException("every division must leave no remainder, as " + left.value() + "/"
                    + right.value() + " in \"" + text + "\" does not");
        }
        return Formula.Operation.of(left, operator, right);
    }

    private Formula atom(int depth) {
        if (depth > DEEPEST) {
            throw refusal();
        }
        if (isAt('(')) {
            position++;
            Formula inner = sum(depth + 1);
            if (!isAt(')')) {
                throw refusal();
            }
            position++;
            return inner;
        }
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (start == position || position - start > MOST_DIGITS) {
            throw refusal();
        }
        return new Formula.Number(new BigInteger(text.substring(start, position)));
    }

    private boolean isAt(char symbol) {
        return position < text.length() && text.charAt(position) == symbol;
    }

    private IllegalArgumentException refusal() {
        return new IllegalArgumentException("\"expression\" must be a sum such as 3+4*(5-2) of at most " + LONGEST
                + " characters; it is not at character " + (position + 1));
    }
}
