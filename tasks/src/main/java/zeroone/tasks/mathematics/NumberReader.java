package zeroone.tasks.mathematics;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.exact.Rational;

/** Reads numbers: whole, decimal, repeating, with digits in groups of three, and mixed. */
final class NumberReader {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<whole>[0-9]{0,60}+)(?:\\.(?<decimals>[0-9]{1,60}+)?(?:\\\\overline ?\\{(?<repeating>[0-9]{1,20}+)\\})?)?");

    private static final Pattern THOUSANDS =
            Pattern.compile("[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])(?!,[0-9])(?:\\.[0-9]{1,60}+)?");

    private static final Pattern MIXED =
            Pattern.compile("[0-9]{1,9}\\\\frac ?(?:\\{([0-9]{1,9})\\} ?\\{([0-9]{1,9})\\}|([0-9])([0-9]))");

    private NumberReader() {}

    /**
     * The number here, which is passed.
     *
     * @param thousands whether commas may group the digits of numbers here
     */
    static Value number(Scanner scanner, boolean thousands) {
        Matcher mixed = scanner.has("\\frac") ? scanner.match(MIXED).orElse(null) : null;
        if (mixed != null) {
            return mixed(scanner, mixed);
        }
        Matcher grouped =
                thousands && scanner.has(",") ? scanner.match(THOUSANDS).orElse(null) : null;
        if (grouped != null) {
            scanner.pass(grouped.end() - grouped.start());
            return Value.of(Rational.read(grouped.group().replace(",", "")).orElseThrow());
        }
        String digits = scanner.plainDigits();
        if (!digits.isEmpty()) {
            scanner.pass(digits.length());
            if (Scanner.digit(scanner.symbol()) || scanner.symbol() == '.') {
                throw scanner.unexpected("an operator");
            }
            return Value.of(Rational.of(new BigInteger(digits)));
        }
        Matcher plain = scanner.match(NUMBER).orElseThrow();
        String whole = plain.group("whole");
        String decimals = plain.group("decimals") == null ? "" : plain.group("decimals");
        String repeating = plain.group("repeating");
        if ((whole + decimals).isEmpty() && repeating == null
                || plain.group().endsWith(".")
                || (whole.length() > 1 && whole.charAt(0) == '0')) {
            throw scanner.unexpected("a number of at most 60 digits without leading zeros");
        }
        scanner.pass(plain.end() - plain.start());
        if (Scanner.digit(scanner.symbol()) || scanner.symbol() == '.') {
            throw scanner.unexpected("an operator");
        }
        BigInteger scale = BigInteger.TEN.pow(decimals.length());
        Rational value = new Rational(new BigInteger("0" + whole + decimals), scale);
        if (repeating != null) {
            BigInteger nines = BigInteger.TEN.pow(repeating.length()).subtract(BigInteger.ONE);
            value = value.plus(new Rational(new BigInteger(repeating), nines.multiply(scale)));
        }
        return Value.of(value);
    }

    /** 2\frac{1}{2} is two and a half; with an improper fraction nobody can say what is meant. */
    private static Value mixed(Scanner scanner, Matcher mixed) {
        String text = mixed.group();
        long whole = Long.parseLong(text.substring(0, text.indexOf('\\')));
        long above = Long.parseLong(mixed.group(1) != null ? mixed.group(1) : mixed.group(3));
        long below = Long.parseLong(mixed.group(1) != null ? mixed.group(2) : mixed.group(4));
        if (above >= below || whole == 0) {
            throw new UndecidedException("has a mixed number that can be read in two ways");
        }
        scanner.pass(mixed.end() - mixed.start());
        return Value.of(Rational.of(whole).plus(Rational.of(above, below)));
    }
}
