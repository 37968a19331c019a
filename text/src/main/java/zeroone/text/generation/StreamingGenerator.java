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

    /** The share of its key-value cache that samples hold now, in [0, 1]; 0 where there is none. */
    default double keyValueCacheUse() {
        return 0;
    }
}
