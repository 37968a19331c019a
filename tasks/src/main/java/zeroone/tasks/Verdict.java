package zeroone.tasks;

/** What a verifier says of an answer. A verifier that breaks throws; that is not a verdict. */
public sealed interface Verdict {
    /** The answer solves the problem. */
    record Correct() implements Verdict {}

    /** There is an answer and it is wrong. */
    record Incorrect(String reason) implements Verdict {}

    /** There is nothing to judge. */
    record NoAnswer() implements Verdict {}

    Verdict CORRECT = new Correct();
    Verdict NO_ANSWER = new NoAnswer();

    static Verdict incorrect(String reason) {
        return new Incorrect(reason);
    }

    default boolean isCorrect() {
        return this instanceof Correct;
    }
}
