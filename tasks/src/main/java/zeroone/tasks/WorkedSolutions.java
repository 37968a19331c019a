package zeroone.tasks;

import java.util.random.RandomGenerator;

/** Writes worked solutions of mixed quality for a task: the human notes a base model learns from. */
public interface WorkedSolutions {
    WorkedSolution write(Problem problem, RandomGenerator random);
}
