package zeroone.server.jobs;

/** What became of a checkpoint. */
enum Receipt {
    /** It is durable. */
    KEPT,
    /** It is durable, and somebody wants the answer now. */
    KEPT_ANSWER_NOW,
    /** The job belongs to another owner, has ended or was deleted: nothing was written. */
    LOST
}
