package zeroone.tasks.mathematics;

import java.math.BigInteger;
import java.util.Set;
import zeroone.tasks.exact.Rational;

/** Reads one expression, in LaTeX or plain text, and works it out as it goes. What has two readings is refused. */
final class ExpressionReader {
    private static final int DEEPEST = 30;
    private static final Set<String> FUNCTIONS = Set.of("sin", "cos", "tan", "cot", "sec", "csc", "ln", "log", "exp");
    private static final Set<String> INVERSES = Set.of("arcsin", "arccos", "arctan");
    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "theta", "lambda", "mu", "rho", "sigma", "tau", "phi",
            "omega");

    private final Scanner scanner;
    private final boolean upperSign;

    /**
     * @param upperSign what ± means here: plus, or minus
     */
    ExpressionReader(Scanner scanner, boolean upperSign) {
        this.scanner = scanner;
        this.upperSign = upperSign;
    }

    /**
     * The value of the expression here, as long as it goes.
     *
     * @param thousands whether commas may group the digits of numbers here
     */
    Value expression(int depth, boolean thousands) {
        Value sum = sign(true) == -1 ? term(depth, thousands).negate() : term(depth, thousands);
        for (int sign = sign(false); sign != 0; sign = sign(false)) {
            Value term = term(depth, thousands);
            sum = sum.plus(sign < 0 ? term.negate() : term);
        }
        return sum;
    }

    /** Passes a sign: 1, -1, or 0 if there is none. */
    private int sign(boolean leading) {
        if (scanner.take("\\pm")) {
            return upperSign ? 1 : -1;
        }
        if (scanner.take("\\mp")) {
            return upperSign ? -1 : 1;
        }
        if (scanner.take("-")) {
            return -1;
        }
        return scanner.take("+") ? 1 : leading ? 1 : 0;
    }

    private Value term(int depth, boolean thousands) {
        Value product = factor(depth, thousands);
        boolean divided = false;
        while (true) {
            if (scanner.take("*") || scanner.take("\\cdot") || scanner.take("\\times")) {
                product = product.times(signedFactor(depth, thousands));
                divided = false;
            } else if (scanner.take("/") || scanner.take("\\div")) {
                if (divided) {
                    throw new UndecidedException("divides twice in a row, which can be read in two ways");
                }
                product = product.over(signedFactor(depth, thousands));
                divided = true;
            } else if (startsFactor()) {
                if (divided) {
                    throw new UndecidedException(
                            "goes on after a division without a sign, which can be read in two ways");
                }
                product = product.times(factor(depth, thousands));
            } else {
                return product;
            }
        }
    }

    private Value signedFactor(int depth, boolean thousands) {
        return scanner.take("-") ? factor(depth, thousands).negate() : factor(depth, thousands);
    }

    /** Whether something other than a number starts here: what may follow a factor without a sign. */
    private boolean startsFactor() {
        char symbol = scanner.symbol();
        if (Scanner.letter(symbol)) {
            return !Set.of("or", "and").contains(scanner.word());
        }
        String command = scanner.command();
        return symbol == '('
                || symbol == '{'
                || command.equals("frac")
                || command.equals("sqrt")
                || command.equals("pi")
                || command.equals("binom")
                || GREEK.contains(command)
                || INVERSES.contains(command)
                || FUNCTIONS.contains(command);
    }

    private Value factor(int depth, boolean thousands) {
        Value value = atom(depth, thousands);
        while (true) {
            if (scanner.isAt("!")) {
                scanner.take("!");
                if (scanner.isAt("!")) {
                    throw new UndecidedException("has a double factorial");
                }
                value = Functions.factorial(value);
            } else if (scanner.take("\\%") || scanner.take("%")) {
                value = value.over(Value.of(Rational.of(100)));
            } else if (scanner.take("^")) {
                if (degrees()) {
                    value = value.times(Value.atom(Monomial.PI)).over(Value.of(Rational.of(180)));
                } else {
                    value = value.power(exponent(depth));
                }
                if (scanner.isAt("^")) {
                    throw new UndecidedException("raises a power to a power without brackets");
                }
            } else {
                return value;
            }
        }
    }

    private boolean degrees() {
        if (scanner.take("\\circ")) {
            return true;
        }
        int here = scanner.position();
        if (scanner.take("{") && scanner.take("\\circ") && scanner.take("}")) {
            return true;
        }
        scanner.backTo(here);
        return false;
    }

    private Value exponent(int depth) {
        if (scanner.isAt("{") || scanner.isAt("(")) {
            return group(depth);
        }
        boolean negative = scanner.take("-");
        // In 5^2\\frac12 the fraction is a factor, not part of a mixed number.
        String digits = scanner.digitsOfAnExponent();
        Value value = digits.isEmpty() ? atom(depth + 1, false) : Value.of(Rational.of(new BigInteger(digits)));
        scanner.pass(digits.length());
        return negative ? value.negate() : value;
    }

    /** What is in round brackets or braces here. */
    private Value group(int depth) {
        boolean round = scanner.take("(");
        if (!round) {
            scanner.expect("{");
        }
        Value value = expression(depth + 1, !round);
        scanner.expect(round ? ")" : "}");
        return value;
    }

    private Value atom(int depth, boolean thousands) {
        if (depth > DEEPEST) {
            throw new UndecidedException("has brackets and arguments more than " + DEEPEST + " deep");
        }
        char symbol = scanner.symbol();
        if (Scanner.digit(symbol) || symbol == '.') {
            return NumberReader.number(scanner, thousands);
        }
        if (symbol == '(' || symbol == '{') {
            return group(depth);
        }
        if (Scanner.letter(symbol)) {
            String word = scanner.word();
            if (word.equals("sqrt") || word.equals("pi") || FUNCTIONS.contains(word) || INVERSES.contains(word)) {
                scanner.pass(word.length());
                return named(word, depth);
            }
            if (word.length() > 3) {
                throw new UndecidedException("has the word \"" + word + "\"");
            }
            return letter();
        }
        String command = scanner.command();
        if (!command.isEmpty() && scanner.take("\\" + command)) {
            return GREEK.contains(command) ? Value.atom("greek " + command) : named(command, depth);
        }
        throw scanner.unexpected("a number");
    }

    private Value letter() {
        String name = String.valueOf(scanner.next());
        if (scanner.isAt("_")) {
            scanner.next();
            boolean braced = scanner.take("{");
            char index = scanner.symbol();
            if (!Scanner.letter(index) && !Scanner.digit(index)) {
                throw scanner.unexpected("an index of one character");
            }
            scanner.next();
            name += "_" + index;
            if (braced) {
                scanner.expect("}");
            }
        }
        scanner.skipSpaces();
        return Value.atom(name);
    }

    private Value named(String name, int depth) {
        return switch (name) {
            case "pi" -> Value.atom(Monomial.PI);
            case "frac" -> {
                Value above = argument(depth);
                yield above.over(argument(depth));
            }
            case "binom" -> {
                Value of = argument(depth);
                yield Functions.binomial(of, argument(depth));
            }
            case "sqrt" -> squareRoot(depth);
            default -> {
                if (!FUNCTIONS.contains(name) && !INVERSES.contains(name)) {
                    throw new UndecidedException("has \\" + name + ", which is not read here");
                }
                yield function(name, depth);
            }
        };
    }

    private Value squareRoot(int depth) {
        int degree = 2;
        if (scanner.take("[")) {
            Value given = expression(depth + 1, false);
            scanner.expect("]");
            degree = given.rational()
                    .filter(number -> number.isWhole() && number.signum() > 0 && number.size() < 9)
                    .map(number -> number.numerator().intValue())
                    .orElseThrow(() -> new UndecidedException("has a root whose degree is not a small whole number"));
        }
        return Powers.root(argument(depth), degree);
    }

    /** A LaTeX argument: a group, or one character or command. */
    private Value argument(int depth) {
        if (Scanner.digit(scanner.symbol())) {
            Value digit = Value.of(Rational.of(scanner.next() - '0'));
            scanner.skipSpaces();
            return digit;
        }
        return atom(depth + 1, false);
    }

    private Value function(String name, int depth) {
        Value base = Value.ONE;
        boolean based = name.equals("log") && scanner.take("_");
        if (based) {
            base = argument(depth);
        }
        int power = 1;
        if (scanner.take("^")) {
            power = exponent(depth)
                    .rational()
                    .filter(number -> number.isWhole() && number.signum() > 0 && number.size() < 6)
                    .map(number -> number.numerator().intValue())
                    .orElseThrow(
                            () -> new UndecidedException("has a power of a function that can be read in two ways"));
        }
        Value argument = scanner.isAt("(") || scanner.isAt("{") ? group(depth) : bareArgument(depth);
        Value value = switch (name) {
            case "exp" -> Value.atom(Monomial.E).power(argument);
            case "ln" -> Functions.logarithm("ln", argument);
            case "log" ->
                based
                        ? Functions.logarithm("ln", argument).over(Functions.logarithm("ln", base))
                        : Functions.logarithm("log", argument);
            case "arcsin", "arccos", "arctan" -> Value.atom(name + "(" + argument.text() + ")");
            default -> Functions.trigonometric(name, argument);
        };
        return value.power(BigInteger.valueOf(power));
    }

    /** What follows a function without brackets: 2x, \frac{\pi}{6}, 30^\circ. */
    private Value bareArgument(int depth) {
        Value product = factor(depth + 1, false);
        while (Scanner.letter(scanner.symbol()) && !FUNCTIONS.contains(scanner.word()) || scanner.isAt("\\pi")) {
            product = product.times(factor(depth + 1, false));
        }
        return product;
    }
}
