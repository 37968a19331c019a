package zeroone.tasks;

/** The outcome of grading: a verdict, or a record of the grader's own failure, which is never held against the model. */
public sealed interface Grade {
    record Judged(Verdict verdict) implements Grade {}

    /** The verifier threw or ran out of time. */
    record Failed(String error) implements Grade {}

    default boolean isCorrect() {
        return this instanceof Judged(Verdict verdict) && verdict.isCorrect();
    }
}
