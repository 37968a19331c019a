package zeroone.tasks.code.judge;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers may be off a little; other words must be equal. */
record NumberChecker(double tolerance) implements Checker {
    /** Bounded, so that no number takes long to read. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,300}(\\.\\d{0,300})?|\\.\\d{1,300})([eE][+-]?\\d{1,3})?");

    NumberChecker {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("a tolerance must be in (0, 1): " + tolerance);
        }
    }

    @Override
    public Optional<String> complaint(TestCase test, String output) {
        return TokenChecker.compare(test.output(), output, this::near);
    }

    private boolean near(String expected, String printed) {
        if (!NUMBER.matcher(expected).matches()) {
            return expected.equals(printed);
        }
        if (!NUMBER.matcher(printed).matches()) {
            return false;
        }
        BigDecimal want = new BigDecimal(expected);
        BigDecimal allowed = new BigDecimal(tolerance).multiply(want.abs().max(BigDecimal.ONE));
        return new BigDecimal(printed).subtract(want).abs().compareTo(allowed) <= 0;
    }
}
