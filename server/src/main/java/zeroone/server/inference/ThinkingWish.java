package zeroone.server.inference;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import zeroone.server.http.ApiException;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.ThinkingBudget;

/**
 * How long a client wants the model to think and to answer.
 *
 * @param effort by the operator's table
 * @param thought the most tokens of the thought, instead of the effort
 * @param total the most tokens of thought and answer together
 * @param minimum tokens before which the thought does not end
 * @param totalField name of the field that said {@code total}
 */
public record ThinkingWish(
        Effort effort, OptionalInt thought, OptionalInt total, OptionalInt minimum, String totalField) {
    /** Share of the room that an answer has at least, and tokens that are enough for it. */
    private static final int ANSWER_SHARE = 4;

    private static final int ANSWER_ENOUGH = 1024;

    public ThinkingWish {
        Objects.requireNonNull(effort, "effort");
        Objects.requireNonNull(thought, "thought");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(minimum, "minimum");
    }

    /**
     * The budget for a prompt. An answer always has room: a quarter of what there is, up to {@value #ANSWER_ENOUGH}
     * tokens, is never thought away.
     *
     * @param carried tokens of an earlier thought that goes on
     * @throws ApiException if the prompt leaves no room to answer
     */
    public ThinkingBudget budget(EffortTable table, int contextLength, int promptLength, int carried) {
        // One position is for the token that ends the thought.
        int context = contextLength - promptLength - carried - 1;
        if (context < 1) {
            throw ApiException.malformed(
                    "context_length_exceeded",
                    "this model's context is " + contextLength + " tokens and the prompt has "
                            + (promptLength + carried) + ", which leaves no room to answer; send less text");
        }
        int wished = thought.orElseGet(() -> table.tokens(effort));
        int room = Math.min(context, total.orElse(context));
        int reserve = Math.clamp(room / ANSWER_SHARE, 1, ANSWER_ENOUGH);
        // The token that ends a thought counts as one of it, if the client counts.
        int marker = total.isPresent() && total.getAsInt() <= context ? 1 : 0;
        int most = Math.clamp(room - reserve - marker, 0, Math.max(0, wished));
        int answer = Math.max(1, room - most - (most > 0 ? marker : 0));
        ThinkingBudget budget = new ThinkingBudget(most + carried, answer);
        if (minimum.isPresent()) {
            int least = carried + Math.min(minimum.getAsInt(), most);
            return budget.withMinimum(new MinimumThought(least, 0, List.of()));
        }
        return budget;
    }
}
