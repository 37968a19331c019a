package zeroone.server.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How hard to think, in OpenAI's words; later constants think longer. */
public enum Effort {
    NONE,
    MINIMAL,
    LOW,
    MEDIUM,
    HIGH,
    XHIGH,
    MAX;

    public static final Effort DEFAULT = MEDIUM;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Effort::wire).toList();
    }

    /**
     * Reads a word of {@link #wire}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Effort of(String word) {
        return Arrays.stream(values())
                .filter(effort -> effort.wire().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "an effort is one of " + String.join(", ", words()) + ", not '" + word + "'"));
    }
}
