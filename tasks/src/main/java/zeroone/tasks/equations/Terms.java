package zeroone.tasks.equations;

/** Writes sums of terms as people do: 3x - 5, not 3x + -5. */
final class Terms {
    private Terms() {}

    /** Appends a term with its sign; nothing if the factor is zero. A factor of one is not written before a letter. */
    static void append(StringBuilder text, long factor, String letters) {
        if (factor == 0) {
            return;
        }
        boolean first = text.isEmpty();
        text.append(first ? (factor < 0 ? "-" : "") : (factor < 0 ? " - " : " + "));
        if (letters.isEmpty() || Math.abs(factor) != 1) {
            text.append(Math.abs(factor));
        }
        text.append(letters);
    }
}
