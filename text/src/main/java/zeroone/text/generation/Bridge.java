package zeroone.text.generation;

import java.util.List;

/**
 * Tokens around an end of thought that the budget or the user forces, so that the model is not cut off in mid-sentence.
 * They are added to the budget, not taken from it, and neither follow the grammar of an answer nor stop it.
 *
 * @param before the last tokens of the thought
 * @param after the first tokens of the answer
 */
public record Bridge(List<Integer> before, List<Integer> after) {
    public static final Bridge NONE = new Bridge(List.of(), List.of());

    public Bridge {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    int length() {
        return before.size() + after.size();
    }
}
