package zeroone.text.generation;

import java.util.Objects;
import java.util.Optional;

/**
 * How long a model may think and answer, in tokens. A thought that reaches {@code thought} tokens is closed by force:
 * the engine appends the end-of-thought token itself, so that {@code answer} tokens are always left for the answer.
 *
 * @param thought the most tokens a thought may have, not counting the token that ends it; 0 answers at once
 * @param answer the most tokens an answer may have, counting the token that ends the turn
 * @param softClose when to close before that
 * @param minimum how long not to let the model end its thought
 * @param bridge what is written around a forced end of thought; not counted in {@code thought} and {@code answer}
 */
public record ThinkingBudget(
        int thought, int answer, Optional<SoftClose> softClose, Optional<MinimumThought> minimum, Bridge bridge) {
    public ThinkingBudget {
        Objects.requireNonNull(softClose, "softClose");
        Objects.requireNonNull(minimum, "minimum");
        Objects.requireNonNull(bridge, "bridge");
        if (thought < 0) {
            throw new IllegalArgumentException("a thinking budget must not be negative: " + thought);
        }
        if (answer < 1) {
            throw new IllegalArgumentException("an answer needs at least one token: " + answer);
        }
        if (minimum.isPresent() && minimum.get().tokens() > thought) {
            throw new IllegalArgumentException("a thought of at most " + thought + " tokens cannot have at least "
                    + minimum.get().tokens() + "; lower the minimum or raise the budget");
        }
    }

    public ThinkingBudget(int thought, int answer) {
        this(thought, answer, Optional.empty(), Optional.empty(), Bridge.NONE);
    }

    public ThinkingBudget withSoftClose(SoftClose close) {
        return new ThinkingBudget(thought, answer, Optional.of(close), minimum, bridge);
    }

    public ThinkingBudget withMinimum(MinimumThought least) {
        return new ThinkingBudget(thought, answer, softClose, Optional.of(least), bridge);
    }

    public ThinkingBudget withBridge(Bridge sentence) {
        return new ThinkingBudget(thought, answer, softClose, minimum, sentence);
    }

    /** Tokens a completion can have at most: thought, end of thought with its bridge, answer. */
    public long total() {
        return 1L + thought + bridge.length() + answer;
    }
}
