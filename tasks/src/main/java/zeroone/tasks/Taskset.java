package zeroone.tasks;

/** An endless supply of problems of one kind with the verifier that judges them. */
public interface Taskset {
    String name();

    /** A pure function of its arguments: problem {@code index} of a split under a seed. */
    Problem problem(Split split, long seed, long index);

    Verifier verifier();
}
