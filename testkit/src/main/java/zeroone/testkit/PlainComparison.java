package zeroone.testkit;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Compares answers the way a person does who overlooks white space and knows that 1/2 is 0.5. */
final class PlainComparison {
    private static final Pattern NUMBER = Pattern.compile("[-−]?[0-9]{1,60}(\\.[0-9]{1,60})?(/[0-9]{1,60})?");

    private PlainComparison() {}

    static boolean same(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        if (a.equals(b)) {
            return true;
        }
        if (!NUMBER.matcher(a).matches() || !NUMBER.matcher(b).matches()) {
            return false;
        }
        BigDecimal[] first = fraction(a);
        BigDecimal[] second = fraction(b);
        return first[1].signum() != 0
                && second[1].signum() != 0
                && first[0].multiply(second[1]).compareTo(second[0].multiply(first[1])) == 0;
    }

    /** The text with white space between letters and digits only, and one space there. */
    private static String plain(String answer) {
        String text = answer.strip();
        StringBuilder plain = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int symbol = text.codePointAt(i);
            i += Character.charCount(symbol);
            if (symbol == ' ' || symbol == '\t' || symbol == '\r' || symbol == '\n') {
                space = true;
                continue;
            }
            boolean needed = space
                    && !plain.isEmpty()
                    && Character.isLetterOrDigit(symbol)
                    && Character.isLetterOrDigit(plain.codePointBefore(plain.length()));
            plain.append(needed ? " " : "").appendCodePoint(symbol);
            space = false;
        }
        return plain.toString();
    }

    private static BigDecimal[] fraction(String number) {
        String[] parts = number.replace('−', '-').split("/", -1);
        return new BigDecimal[] {new BigDecimal(parts[0]), parts.length > 1 ? new BigDecimal(parts[1]) : BigDecimal.ONE
        };
    }
}
