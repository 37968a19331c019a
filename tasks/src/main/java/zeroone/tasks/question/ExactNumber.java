package zeroone.tasks.question;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rational number as people write it: 12, -3, 0.25, 1/4. Nothing is rounded. */
record ExactNumber(BigInteger numerator, BigInteger denominator) {
    private static final int LONGEST = 100;
    private static final Pattern FORM =
            Pattern.compile("(?<sign>[-−]?)(?<whole>[0-9]++)(?:\\.(?<decimals>[0-9]++)|/(?<divisor>[0-9]++))?");

    /** The number that the whole text writes; empty if it is anything else, or longer than 100 characters. */
    static Optional<ExactNumber> parse(String text) {
        String trimmed = text.strip();
        Matcher form = FORM.matcher(trimmed);
        if (trimmed.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        String decimals = form.group("decimals");
        String divisor = form.group("divisor");
        BigInteger numerator = new BigInteger(decimals == null ? form.group("whole") : form.group("whole") + decimals);
        BigInteger denominator = divisor != null
                ? new BigInteger(divisor)
                : BigDecimal.TEN.pow(decimals == null ? 0 : decimals.length()).toBigInteger();
        if (denominator.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new ExactNumber(form.group("sign").isEmpty() ? numerator : numerator.negate(), denominator));
    }

    /** Whether both write the same number, as 0.25 and 1/4 do. */
    boolean sameAs(ExactNumber other) {
        return numerator.multiply(other.denominator).equals(other.numerator.multiply(denominator));
    }
}
