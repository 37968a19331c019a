package zeroone.text.generation;

/**
 * Hears a generation as it happens. Called by the thread that runs the model, so it must return quickly; what it asks of
 * the sample takes effect before the next token. If it throws, that sample ends with an error and others go on.
 */
public interface TokenListener {
    TokenListener NONE = (sample, event) -> {};

    void token(RunningSample sample, TokenEvent event);

    /** No more tokens come for this sample. */
    default void finished(RunningSample sample, Completion completion) {}
}
