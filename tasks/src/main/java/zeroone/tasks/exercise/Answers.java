package zeroone.tasks.exercise;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;

/** Verdicts on answers that are one number, and the writing of numbers inside sums. */
public final class Answers {
    /** How prompts ask for a rational number. */
    public static final String FORM = "Answer with the number only: a whole number or a fraction such as -7/3.";

    private Answers() {}

    /** Whether the answer writes this rational number: whole, as a fraction, or as a decimal number. */
    public static Verdict number(Rational expected, String answer) {
        Optional<Rational> given = Rational.read(answer);
        if (given.isEmpty()) {
            return Verdict.incorrect("is not one number such as 12, -7/3 or 0.25");
        }
        return given.get().equals(expected) ? Verdict.CORRECT : Verdict.incorrect(given.get() + " is not right");
    }

    /** Whether the answer writes this whole number in plain digits. */
    public static Verdict whole(BigInteger expected, String answer) {
        Optional<BigInteger> given = Rational.readWhole(answer);
        if (given.isEmpty()) {
            return Verdict.incorrect("is not one whole number in plain digits");
        }
        return given.get().equals(expected) ? Verdict.CORRECT : Verdict.incorrect(given.get() + " is not right");
    }

    /** A number as an operand: in brackets if it is negative or a fraction. */
    public static String operand(Rational number) {
        return number.signum() < 0 || !number.isWhole() ? "(" + number + ")" : number.toString();
    }

    /** A number as an operand: in brackets if it is negative. */
    public static String operand(long number) {
        return operand(Rational.of(number));
    }

    /** Several numbers as operands with an operator between them. */
    public static String operation(char operator, List<Rational> numbers) {
        return String.join(
                String.valueOf(operator), numbers.stream().map(Answers::operand).toList());
    }

    /** Two numbers as operands with an operator between them. */
    public static String operation(Rational left, char operator, Rational right) {
        return operand(left) + operator + operand(right);
    }
}
