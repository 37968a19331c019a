package zeroone.text.tokenizer;

import java.util.Arrays;
import zeroone.text.Tokenizer;

/**
 * Turns a stream of token ids into text as it arrives. Bytes that may be the beginning of a code point are held back until
 * the rest arrives, so no part of the text ever changes after it was given out; all parts together are what {@link
 * Tokenizer#decode} makes of all ids. Not thread-safe; one decoder a stream.
 */
public final class IncrementalDecoder {
    private static final char REPLACEMENT = '\uFFFD';
    /** Bytes of the longest code point in UTF-8; a token has at least one. */
    private static final int LONGEST = 4;

    private final Tokenizer tokenizer;
    /** The end of the stream: what the next text can depend on. */
    private int[] window = {};
    /** How many characters of the window's text were given out. */
    private int given;

    public IncrementalDecoder(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** The text that becomes certain with this id; empty for a reserved id and while a code point is incomplete. */
    public String accept(int id) {
        if (isReserved(id)) {
            return "";
        }
        window = Arrays.copyOf(window, window.length + 1);
        window[window.length - 1] = id;
        String text = tokenizer.decode(window);
        // An incomplete sequence decodes to exactly one replacement character, at the very end.
        int certain =
                !text.isEmpty() && text.charAt(text.length() - 1) == REPLACEMENT ? text.length() - 1 : text.length();
        String next = text.substring(Math.min(given, certain), certain);
        given = Math.max(given, certain);
        shrink(text);
        return next;
    }

    /** What was held back: the replacement character if the stream ends within a code point. */
    public String finish() {
        String text = tokenizer.decode(window);
        String rest = text.substring(Math.min(given, text.length()));
        window = new int[0];
        given = 0;
        return rest;
    }

    /** Forgets the oldest ids, at a cut that leaves the text of the rest as it is: not within a code point. */
    private void shrink(String text) {
        if (window.length < 2 * LONGEST) {
            return;
        }
        for (int kept = LONGEST; kept < 2 * LONGEST; kept++) {
            int[] tail = Arrays.copyOfRange(window, window.length - kept, window.length);
            String tailText = tokenizer.decode(tail);
            int forgotten = text.length() - tailText.length();
            if (forgotten <= given && text.endsWith(tailText)) {
                window = tail;
                given -= forgotten;
                return;
            }
        }
    }

    private boolean isReserved(int id) {
        var reserved = tokenizer.reserved();
        return id == reserved.beginThought()
                || id == reserved.endThought()
                || id == reserved.endOfTurn()
                || id == reserved.padding();
    }
}
