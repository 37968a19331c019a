package zeroone.text.generation;

import java.util.concurrent.CompletableFuture;
import zeroone.text.CounterRandom;

/**
 * A sample while it is generated. All methods return at once, may be called by any thread, and take effect between two
 * tokens: called by a listener, before the next token; called by another thread, within a few steps. Once the sample has
 * ended they do nothing.
 */
public interface RunningSample {
    /** Its number within the request; a fork has the next free number. */
    int number();

    /**
     * Tokens of the prompt that were not read for it, because a request before it began alike; 0 until it has begun, and
     * where nothing is kept of prompts.
     */
    default int cachedPromptTokens() {
        return 0;
    }

    /** Ends it as it is. */
    void cancel();

    /** Ends the thought here, with the bridge of the budget, and goes on with the answer; nothing if it is answering. */
    void answerNow();

    /**
     * Writes tokens after those that are there, as if the model had; they count towards the budget, and those that would
     * exceed it are left out.
     *
     * @throws IllegalArgumentException if one of them is not in the vocabulary or ends the turn
     */
    void inject(int... tokens);

    /** Generates nothing more until {@link #resume}; others go on. */
    void pause();

    void resume();

    /**
     * Branches: another sample of the same request that begins with all tokens this one has, and shares what was computed
     * for them. If this one has ended before, the fork ends with an error.
     *
     * @param random the fork draws its token at position {@code t} from {@code random.uniform(t)}
     * @param listener hears the tokens from the branch on
     */
    RunningSample fork(CounterRandom random, TokenListener listener);

    /**
     * What it wrote, when it has ended, for whatever reason: errors and cancellations are in the completion. To be
     * completed by the engine alone; cancelling the future does not cancel the sample.
     */
    CompletableFuture<Completion> completion();
}
