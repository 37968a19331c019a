package zeroone.tasks.rewriting;

import java.util.Optional;

/**
 * A line of a chain after the first, {@code = x * e [G2]}.
 *
 * @param term as it is written, not yet read
 * @param name of the equation used
 */
record ChainLine(String term, String name) {
    private static final int LONGEST = 600;

    /** The line that the whole text is; empty if it is none. */
    static Optional<ChainLine> read(String text) {
        int open = text.lastIndexOf('[');
        if (open < 0 || !text.startsWith("= ") || !text.endsWith("]")) {
            return Optional.empty();
        }
        int end = open;
        while (end > 3 && text.charAt(end - 1) == ' ') {
            end--;
        }
        String name = text.substring(open + 1, text.length() - 1);
        boolean wellFormed = end > 2 && end - 2 <= LONGEST && isName(name);
        for (int i = 2; i < open && wellFormed; i++) {
            char symbol = text.charAt(i);
            wellFormed = symbol != '=' && symbol != '[' && symbol != ']';
        }
        return wellFormed ? Optional.of(new ChainLine(text.substring(2, end), name)) : Optional.empty();
    }

    /** A capital letter and one or two digits. */
    private static boolean isName(String text) {
        if (text.length() < 2 || text.length() > 3 || text.charAt(0) < 'A' || text.charAt(0) > 'Z') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
