package zeroone.engine;

/** What a sequence is read for: where its tokens come from and what its scores are used for. */
sealed interface Job permits EngineSample, ScoringJob {
    /** Tokens to be read that are known by now. */
    int length();

    int token(int position);

    /** Tokens that were there from the beginning. */
    int promptLength();

    /** Whether nothing of it is left when all is read, also not for others that begin alike. */
    default boolean endsWhenRead() {
        return false;
    }

    /** It runs from now on, with so many positions that need not be read; again after it has lost its place. */
    default void began(int stored) {}

    /** The first position after which the scores of the next token are wanted. */
    int scoredFrom();

    /**
     * Takes the scores after positions that were read; throws if they are not numbers.
     *
     * @param row the first of them
     * @param position after which it stands
     */
    void take(Logits logits, int row, int position, int count, SamplingWorkspace workspace);

    /** Tells what came of it since the last time. */
    void publish();

    boolean finished();

    /** It cannot go on. */
    void fail(Throwable cause);

    /** Hands out the result; once, when it is finished. Who waits for it has it then, even if this throws. */
    void complete();
}
