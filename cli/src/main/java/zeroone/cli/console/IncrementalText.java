package zeroone.cli.console;

import java.util.Arrays;
import zeroone.text.Tokenizer;

/**
 * Decodes tokens one by one into text that can be shown at once. Text that ends within a character of several bytes is
 * held back until the character is whole.
 *
 * <p>A token is decoded together with those before it, back to the last piece shown, because some tokenizers spell a
 * token differently at the beginning of a text.
 */
final class IncrementalText {
    private static final char INCOMPLETE = '\uFFFD';

    /** The longest a character can be is four bytes; what is still incomplete after that will never be complete. */
    private static final int LONGEST_WAIT = 4;

    private final Tokenizer tokenizer;
    private int[] tokens = new int[0];
    private int shown;

    IncrementalText(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** What the token adds to the text, perhaps nothing yet. */
    String add(int token) {
        tokens = Arrays.copyOf(tokens, tokens.length + 1);
        tokens[tokens.length - 1] = token;
        String before = tokenizer.decode(Arrays.copyOf(tokens, shown));
        String after = tokenizer.decode(tokens);
        boolean incomplete = !after.isEmpty() && after.charAt(after.length() - 1) == INCOMPLETE;
        if (incomplete && tokens.length - shown < LONGEST_WAIT) {
            return "";
        }
        return take(before, after);
    }

    /** What was held back; begins a new text. */
    String flush() {
        String rest = take(tokenizer.decode(Arrays.copyOf(tokens, shown)), tokenizer.decode(tokens));
        tokens = new int[0];
        shown = 0;
        return rest;
    }

    private String take(String before, String after) {
        tokens = Arrays.copyOfRange(tokens, shown, tokens.length);
        shown = tokens.length;
        return after.length() > before.length() ? after.substring(before.length()) : "";
    }
}
