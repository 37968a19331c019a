package zeroone.text.generation;

/** Watches tokens as they are generated; called on the engine's thread, so it must return quickly. */
public interface GenerationListener {
    GenerationListener NONE = (request, sample, position, token) -> {};

    /**
     * One more token.
     *
     * @param request index of the request in the list given to {@link Generator#generate}
     * @param sample index of the sample within the request
     * @param position index of the token in the completion
     */
    void token(int request, int sample, int position, int token);
}
