package zeroone.text.generation;

/** Who goes first when not everything can run at once. Work of a lower priority still moves, only later. */
public enum Priority {
    /** Somebody is waiting for each token. */
    INTERACTIVE,
    /** Only the end counts: evaluations, rollouts, jobs in the background. */
    BATCH
}
