package zeroone.text.generation;

import java.util.List;

/**
 * Keeps a thought from ending early, as budget forcing does. An end of thought or turn that the model draws within the
 * first {@code tokens} tokens, or as one of the first {@code ignoredEnds} ends, is not written; {@code instead} is written
 * in its place. Where {@code instead} is empty, the ends cannot be drawn within the first {@code tokens} tokens.
 *
 * <p>The most that a budget allows is stronger, and so is a wish to have the answer now.
 *
 * @param instead ids, for example of "Wait"
 */
public record MinimumThought(int tokens, int ignoredEnds, List<Integer> instead) {
    public MinimumThought {
        instead = List.copyOf(instead);
        if (tokens < 0 || ignoredEnds < 0) {
            throw new IllegalArgumentException("neither the least tokens of a thought nor the ends to ignore can be"
                    + " negative: " + tokens + ", " + ignoredEnds);
        }
        if (ignoredEnds > 0 && instead.isEmpty()) {
            throw new IllegalArgumentException("to ignore " + ignoredEnds
                    + " ends there must be tokens to write instead, for example those of \"Wait\"");
        }
    }
}
