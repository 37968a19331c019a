package zeroone.tasks.numerals;

import java.util.Optional;

/** Roman numerals from I to MMMCMXCIX in their one canonical form. */
final class RomanNumeral {
    static final int LARGEST = 3_999;

    private static final int[] WORTH = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int LONGEST = 15; // MMMDCCCLXXXVIII

    private RomanNumeral() {}

    static String of(int number) {
        if (number < 1 || number > LARGEST) {
            throw new IllegalArgumentException("Roman numerals go from 1 to " + LARGEST + ": " + number);
        }
        StringBuilder numeral = new StringBuilder();
        int rest = number;
        for (int i = 0; i < WORTH.length; i++) {
            for (; rest >= WORTH[i]; rest -= WORTH[i]) {
                numeral.append(SIGNS[i]);
            }
        }
        return numeral.toString();
    }

    /** The number that a numeral in canonical form writes. */
    static Optional<Integer> parse(String numeral) {
        if (numeral.isEmpty() || numeral.length() > LONGEST) {
            return Optional.empty();
        }
        int number = 0;
        int position = 0;
        for (int i = 0; i < WORTH.length; i++) {
            for (; numeral.startsWith(SIGNS[i], position); position += SIGNS[i].length()) {
                number += WORTH[i];
            }
        }
        boolean canonical =
                position == numeral.length() && number <= LARGEST && of(number).equals(numeral);
        return canonical ? Optional.of(number) : Optional.empty();
    }
}
