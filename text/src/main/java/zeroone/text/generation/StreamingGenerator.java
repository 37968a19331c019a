package zeroone.text.generation;

/** A generator that takes requests while others run. Thread-safe. */
public interface StreamingGenerator extends Generator {
    /**
     * Begins to answer a request and returns at once.
     *
     * @throws IllegalArgumentException if the request can never be answered; the message has the numbers
     * @throws IllegalStateException if the generator is closed or has failed
     */
    Generation submit(GenerationRequest request, TokenListener listener);
}
