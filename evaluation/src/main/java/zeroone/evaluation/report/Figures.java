package zeroone.evaluation.report;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
final class Figures {
    private static final String[] SUFFIXES = {"", "k", "M", "G", "T", "P", "E", "Z", "Y"};

    private Figures() {}

    /** A share in percent, e.g. "24.5 %". */
    static String percent(double share) {
        return fixed(100 * share, 1) + "\u00a0%";
    }

    /** A share in whole percent, for axes. */
    static String wholePercent(double share) {
        return fixed(100 * share, 0) + "\u00a0%";
    }

    static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** Three significant figures with the prefix of a power of 1000, e.g. "1.5M"; whole numbers up to 9999 as they are. */
    static String compact(double value) {
        if (value < 10_000) {
            return value == Math.rint(value) || value >= 100 ? fixed(value, 0) : trimmed(value, value < 10 ? 2 : 1);
        }
        int power = 0;
        double scaled = value;
        while (scaled >= 999.5 && power < SUFFIXES.length - 1) {
            scaled /= 1000;
            power++;
        }
        return trimmed(scaled, scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0) + SUFFIXES[power];
    }

    private static String trimmed(double value, int digits) {
        String text = fixed(value, digits);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
