package zeroone.tasks.calculus;

import java.math.BigInteger;
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
        Function sum = signed(depth);
        while (isAt('+') || isAt('-')) {
            boolean plus = isAt('+');
            pass();
            Function term = product(depth);
            sum = sum.plus(plus ? term : term.negate());
        }
        return sum;
    }

    private Function signed(int depth) throws NotAFunction {
        if (isAt('-')) {
            pass();
            return product(depth).negate();
        }
        return product(depth);
    }

    private Function product(int depth) throws NotAFunction {
        Function product = power(depth);
        boolean divided = false;
        while (true) {
            if (isAt('*')) {
                pass();
                product = product.times(power(depth));
                divided = false;
            } else if (isAt('/')) {
                if (divided) {
                    throw new NotAFunction("divides twice in a row, which can be read in two ways");
                }
                pass();
                product = product.times(inverse(power(depth)));
                divided = true;
            } else if (isAt('x') || isAt('(') || isAt('e') || isAt('s') || isAt('c')) {
                if (divided) {
                    throw new NotAFunction("goes on after a division without a sign, which can be read in two ways");
                }
                product = product.times(power(depth));
            } else {
                return product;
            }
        }
    }

    private Function inverse(Function divisor) throws NotAFunction {
        Rational constant = divisor.constant()
                .filter(number -> !number.isZero())
                .orElseThrow(() -> new NotAFunction("divides by something else than a number that is not 0"));
        return Function.of(Rational.ONE.over(constant));
    }

    private Function power(int depth) throws NotAFunction {
        Function base = atom(depth);
        if (!isAt('^')) {
            return base;
        }
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
        Function result = Function.of(Rational.ONE);
        for (int i = 0; i < exponent.intValue(); i++) {
            result = result.times(base);
        }
        return result;
    }

    private Function atom(int depth) throws NotAFunction {
        if (isAt('(')) {
            pass();
            Function inner = sum(depth + 1);
            expect(')');
            return inner;
        }
        if (isAt('x')) {
            pass();
            return Function.X;
        }
        for (String name : new String[] {"exp", "sin", "cos", "e^"}) {
            if (text.startsWith(name, position)) {
                position += name.length();
                skipSpaces();
                return function(name, depth);
            }
        }
        return Function.of(number());
    }

    private Function function(String name, int depth) throws NotAFunction {
        Function inside;
        if (isAt('(')) {
            pass();
            inside = sum(depth + 1);
            expect(')');
        } else if (name.equals("e^") && isAt('x')) {
            pass();
            inside = Function.X;
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
        return new BigInteger(text.substring(start, position));
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
