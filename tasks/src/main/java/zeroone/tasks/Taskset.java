package zeroone.tasks;

import tools.jackson.databind.node.ObjectNode;

/** An endless supply of problems of one kind with the verifier that judges them. */
public interface Taskset {
    String name();

    /** A pure function of its arguments: problem {@code index} of a split under a seed. */
    Problem problem(Split split, long seed, long index);

    /**
     * The problem that the given reference data describe; what a user's problem file is read with.
     *
     * @throws IllegalArgumentException if the data do not describe a problem of this kind; the message says why
     */
    default Problem problem(ObjectNode data) {
        throw new IllegalArgumentException("task " + name() + " cannot be given problems of your own");
    }

    Verifier verifier();
}
