package zeroone.server.jobs;

import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.TokenEvent;

/** What a narrator is told, as the log keeps it. */
sealed interface Told {
    /** Index in the plan. */
    int sample();

    /**
     * Its prompt was read: before its first token, and again before the first token after each interruption.
     *
     * @param cached tokens of the prompt that need not be read, because a request before began alike
     */
    record Begun(int sample, int cached) implements Told {}

    record Token(int sample, TokenEvent event) implements Told {}

    /** The sample ended by itself; its tokens are those that were told. */
    record End(int sample, FinishReason reason, int thoughtLength, boolean closeForced) implements Told {
        static End of(int sample, Completion completion) {
            return new End(sample, completion.finishReason(), completion.thoughtLength(), completion.closeForced());
        }
    }
}
