package zeroone.tasks.sums;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation on two positive whole numbers whose result is a positive whole number. */
record Sum(int left, char operator, int right) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,4})([-+*/])([0-9]{1,4})");
    private static final int LARGEST_RESULT = 199;
    private static final int LARGEST_RIGHT = 13;
    private static final int LARGEST_LEFT = 156; // 12 * 13: the largest first result of Countdown with numbers up to 13

    int value() {
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            default -> throw new IllegalArgumentException("an operator is one of + - * /: " + operator);
        };
    }

    private boolean allowed() {
        return value() > 0 && value() <= LARGEST_RESULT && (operator != '/' || (right > 1 && left % right == 0));
    }

    static Optional<Sum> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Sum sum = new Sum(
                Integer.parseInt(matcher.group(1)), matcher.group(2).charAt(0), Integer.parseInt(matcher.group(3)));
        return sum.operator == '/' && sum.right == 0 ? Optional.empty() : Optional.of(sum);
    }

    /** Sums of the kind that occur in Countdown with numbers up to 13. */
    static Sum draw(RandomGenerator random) {
        while (true) {
            int left = 1 + random.nextInt(random.nextDouble() < 0.4 ? LARGEST_RIGHT : LARGEST_LEFT);
            Sum sum = new Sum(left, "+-*/".charAt(random.nextInt(4)), 1 + random.nextInt(LARGEST_RIGHT));
            if (sum.allowed()) {
                return sum;
            }
        }
    }

    @Override
    public String toString() {
        return "" + left + operator + right;
    }
}
