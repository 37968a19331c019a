package zeroone.text.generation;

/** Why a completion ended. */
public enum FinishReason {
    /** The model ended its turn. */
    STOP,
    /** The answer met its token limit before the model ended its turn. */
    LENGTH
}
