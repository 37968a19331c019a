package zeroone.server.thought;

import java.util.Locale;

/** How much of a thought somebody sees; later constants show more. */
public enum ThoughtVisibility {
    /** Nothing but its length. */
    HIDDEN,
    /** Some of its steps, shortened. */
    SUMMARY,
    /** Every word. */
    VISIBLE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a word of {@link #wire}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ThoughtVisibility of(String word) {
        for (ThoughtVisibility visibility : values()) {
            if (visibility.wire().equals(word)) {
                return visibility;
            }
        }
        throw new IllegalArgumentException("thoughts are hidden, summary or visible, not '" + word + "'");
    }

    /** The one that shows less. */
    public ThoughtVisibility atMost(ThoughtVisibility other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
