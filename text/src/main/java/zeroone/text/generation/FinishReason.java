package zeroone.text.generation;

/** Why a completion ended. */
public enum FinishReason {
    /** The model ended its turn. */
    STOP,
    /** The answer met its token limit before the model ended its turn. */
    LENGTH,
    /** The answer contains a stop string. */
    STOP_STRING,
    /** The answer ends with a stop id. */
    STOP_TOKEN,
    /** Nobody wanted the rest. */
    CANCELLED,
    /** It could not go on: {@link Completion#error} says why. */
    ERROR
}
