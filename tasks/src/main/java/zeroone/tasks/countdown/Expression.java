package zeroone.tasks.countdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One arithmetic expression: unsigned whole numbers, + - * / and parentheses; × ÷ − are synonyms. There is no unary
 * sign, no point, no power, no juxtaposition.
 *
 * @param numbers the numbers written, in order
 */
record Expression(Fraction value, List<Long> numbers) {
    private static final int MOST_DEPTH = 32;
    private static final int MOST_NUMBERS = 32;

    /**
     * Reads an expression as far as it goes and evaluates it.
     *
     * @param wholeOnly whether every intermediate result must be a whole number and not negative
     */
    static Expression read(AnswerReader reader, boolean wholeOnly) throws MalformedAnswer {
        Parser parser = new Parser(reader, wholeOnly);
        Fraction value = parser.sum(0);
        return new Expression(value, parser.numbers);
    }

    private static final class Parser {
        private final AnswerReader reader;
        private final boolean wholeOnly;
        private final List<Long> numbers = new ArrayList<>();

        Parser(AnswerReader reader, boolean wholeOnly) {
            this.reader = reader;
            this.wholeOnly = wholeOnly;
        }

        Fraction sum(int depth) throws MalformedAnswer {
            Fraction value = product(depth);
            while (true) {
                Optional<Operator> operator = operator();
                if (operator.isEmpty() || operator.get() == Operator.MULTIPLY || operator.get() == Operator.DIVIDE) {
                    return value;
                }
                reader.next();
                value = apply(value, operator.get(), product(depth));
            }
        }

        private Fraction product(int depth) throws MalformedAnswer {
            Fraction value = factor(depth);
            while (true) {
                Optional<Operator> operator = operator();
                if (operator.isEmpty() || operator.get() == Operator.ADD || operator.get() == Operator.SUBTRACT) {
                    return value;
                }
                reader.next();
                value = apply(value, operator.get(), factor(depth));
            }
        }

        private Fraction factor(int depth) throws MalformedAnswer {
            if (reader.isAt('(')) {
                if (depth == MOST_DEPTH) {
                    throw new MalformedAnswer("nests parentheses more than " + MOST_DEPTH + " deep");
                }
                reader.next();
                Fraction value = sum(depth + 1);
                if (!reader.isAt(')')) {
                    throw reader.unexpected("an operator or \")\"");
                }
                reader.next();
                return value;
            }
            if (!reader.isAtDigit()) {
                throw reader.unexpected("a number or \"(\"");
            }
            if (numbers.size() == MOST_NUMBERS) {
                throw new MalformedAnswer("has more than " + MOST_NUMBERS + " numbers");
            }
            long number = reader.number();
            numbers.add(number);
            return Fraction.of(number);
        }

        private Fraction apply(Fraction a, Operator operator, Fraction b) throws MalformedAnswer {
            if (operator == Operator.DIVIDE && b.isZero()) {
                throw new MalformedAnswer("divides by zero");
            }
            Fraction value = a.apply(operator, b);
            if (wholeOnly && !value.isNatural()) {
                throw new MalformedAnswer(
                        "makes " + value + " on the way, and only whole numbers that are not negative are allowed");
            }
            return value;
        }

        private Optional<Operator> operator() {
            return reader.atEnd() ? Optional.empty() : Operator.of(reader.symbol());
        }
    }
}
