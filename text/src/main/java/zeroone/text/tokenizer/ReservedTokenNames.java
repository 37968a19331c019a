package zeroone.text.tokenizer;

import java.util.List;
import java.util.Objects;

/**
 * How a vocabulary spells its reserved tokens. Where families differ there are candidates, and the first one that the
 * vocabulary has is taken.
 *
 * @param beginThought content of the token that opens a thought
 * @param endThought content of the token that closes it
 * @param endOfTurn candidates for the token that ends a turn, best first
 * @param padding candidates for the padding token, best first
 */
public record ReservedTokenNames(String beginThought, String endThought, List<String> endOfTurn, List<String> padding) {
    /** The names of the models ZeroOne writes. */
    public static final ReservedTokenNames ZEROONE =
            new ReservedTokenNames("<think>", "</think>", List.of("<|end|>"), List.of("<|pad|>"));

    /** Covers the models ZeroOne writes and the Qwen3 family. */
    public static final ReservedTokenNames DEFAULT = new ReservedTokenNames(
            "<think>", "</think>", List.of("<|end|>", "<|im_end|>"), List.of("<|pad|>", "<|endoftext|>"));

    public ReservedTokenNames {
        Objects.requireNonNull(beginThought, "beginThought");
        Objects.requireNonNull(endThought, "endThought");
        endOfTurn = List.copyOf(endOfTurn);
        padding = List.copyOf(padding);
        if (endOfTurn.isEmpty() || padding.isEmpty()) {
            throw new IllegalArgumentException("name at least one candidate each for the token that ends a turn and for"
                    + " padding: " + endOfTurn + ", " + padding);
        }
    }
}
