package zeroone.tasks.calculus;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import zeroone.tasks.exact.Rational;

/**
 * Reads a function of x: numbers, x, + - * / ^, brackets, exp, sin, cos of linear arguments. A product sign may be left out
 * before x, a function or a bracket, as in 3x^2 or 2sin(x), but not after a division.
 */
final class FunctionReader {
    private static final int LONGEST = 3000;
    private static final int DEEPEST = 30;
    private static final int LARGEST_EXPONENT = 40;
    private static final int MOST_DIGITS = 40;
    private static final int MOST_DIGITS_OF_A_LONG = 18;

    private final String text;
    private int position;

    private FunctionReader(String text) {
        this.text = text;
        skipSpaces();
    }

    static Function read(String text) throws NotAFunction {
        if (text.length() > LONGEST) {
            throw new NotAFunction("has more than " + LONGEST + " characters");
        }
        FunctionReader reader = new FunctionReader(text);
        Function function = reader.sum(0);
        if (reader.position != text.length()) {
            throw reader.unexpected("an operator or the end");
        }
        return function;
    }

    private Function sum(int depth) throws NotAFunction {
        if (depth > DEEPEST) {
            throw new NotAFunction("has brackets more than " + DEEPEST + " deep");
        }
        List<Function> summands = new ArrayList<>();
        boolean negative = isAt('-');
        if (negative) {
            pass();
        }
        summands.add(product(negative, depth));
        while (isAt('+') || isAt('-')) {
            negative = isAt('-');
            pass();
            summands.add(product(negative, depth));
        }
        return Function.sum(summands);
    }

    private Function product(boolean negative, int depth) throws NotAFunction {
        Product product = new Product(negative);
        factor(product, depth);
        boolean divided = false;
        while (true) {
            if (isAt('*')) {
                pass();
                factor(product, depth);
                divided = false;
            } else if (isAt('/')) {
                if (divided) {
                    throw new NotAFunction("divides twice in a row, which can be read in two ways");
                }
                pass();
                Product divisor = new Product(false);
                factor(divisor, depth);
                product.divide(divisor.total());
                divided = true;
            } else if (isAt('x') || isAt('(') || isAt('e') || isAt('s') || isAt('c')) {
                if (divided) {
                    throw new NotAFunction("goes on after a division without a sign, which can be read in two ways");
                }
                factor(product, depth);
            } else {
                return product.total();
            }
        }
    }

    /** Multiplies the product by what stands here: a number, a power of x, or anything else with or without an exponent. */
    private void factor(Product product, int depth) throws NotAFunction {
        if (isAt('x')) {
            pass();
            product.timesX(isAt('^') ? exponent() : 1);
        } else if (isAt('(') || isAt('e') || isAt('s') || isAt('c')) {
            Function base = atom(depth);
            product.times(base, isAt('^') ? exponent() : 1);
        } else {
            Rational number = number();
            if (isAt('^')) {
                product.times(Function.of(number), exponent());
            } else {
                product.times(number);
            }
        }
    }

    private int exponent() throws NotAFunction {
        pass();
        boolean braced = isAt('(');
        if (braced) {
            pass();
        }
        BigInteger exponent = digits();
        if (braced) {
            expect(')');
        }
        if (exponent.compareTo(BigInteger.valueOf(LARGEST_EXPONENT)) > 0) {
            throw new NotAFunction("has an exponent above " + LARGEST_EXPONENT);
        }
        return exponent.intValue();
    }

    private Function atom(int depth) throws NotAFunction {
        if (isAt('(')) {
            pass();
            Function inner = sum(depth + 1);
            expect(')');
            return inner;
        }
        for (String name : new String[] {"exp", "sin", "cos", "e^"}) {
            if (text.startsWith(name, position)) {
                position += name.length();
                skipSpaces();
                return function(name, depth);
            }
        }
        throw unexpected("a number of at most " + MOST_DIGITS + " digits");
    }

    private Function function(String name, int depth) throws NotAFunction {
        Function inside;
        if (isAt('(')) {
            pass();
            inside = sum(depth + 1);
            expect(')');
        } else if (name.equals("e^") && isAt('x')) {
            pass();
            inside = Function.monomial(Rational.ONE, 1);
        } else {
            throw unexpected("a bracket");
        }
        Linear linear = inside.linear().orElseThrow(() -> new NotAFunction("has " + name + " of something not linear"));
        return switch (name) {
            case "sin" -> Function.sine(linear);
            case "cos" -> Function.cosine(linear);
            default -> Function.exponential(linear);
        };
    }

    private Rational number() throws NotAFunction {
        int start = position;
        BigInteger whole = bareDigits();
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            int point = position;
            BigInteger decimals = bareDigits();
            BigInteger scale = BigInteger.TEN.pow(position - point);
            skipSpaces();
            return new Rational(whole.multiply(scale).add(decimals), scale);
        }
        if (text.charAt(start) == '0' && position - start > 1) {
            throw new NotAFunction("has a number with a leading zero");
        }
        skipSpaces();
        return Rational.of(whole);
    }

    private BigInteger digits() throws NotAFunction {
        BigInteger digits = bareDigits();
        skipSpaces();
        return digits;
    }

    private BigInteger bareDigits() throws NotAFunction {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (start == position || position - start > MOST_DIGITS) {
            throw unexpected("a number of at most " + MOST_DIGITS + " digits");
        }
        return position - start <= MOST_DIGITS_OF_A_LONG
                ? BigInteger.valueOf(Long.parseLong(text, start, position, 10))
                : new BigInteger(text.substring(start, position));
    }

    private boolean isAt(char symbol) {
        return position < text.length() && text.charAt(position) == symbol;
    }

    private void expect(char symbol) throws NotAFunction {
        if (!isAt(symbol)) {
            throw unexpected("\"" + symbol + "\"");
        }
        pass();
    }

    private void pass() {
        position++;
        skipSpaces();
    }

    private void skipSpaces() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private NotAFunction unexpected(String wanted) {
        return new NotAFunction(
                position >= text.length()
                        ? "ends where " + wanted + " should follow"
                        : "has \"" + Character.toString(text.codePointAt(position)) + "\" at character "
                                + (position + 1) + " where " + wanted + " should be");
    }
}
