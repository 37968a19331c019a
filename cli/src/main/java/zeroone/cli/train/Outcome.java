package zeroone.cli.train;

/** How a run came to its end. */
public enum Outcome {
    /** Everything it is for is done and written. */
    FINISHED,
    /** It was asked to stop; what it has learned so far is in its newest checkpoint. */
    STOPPED
}
