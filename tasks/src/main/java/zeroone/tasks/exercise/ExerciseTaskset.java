package zeroone.tasks.exercise;

import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;
import zeroone.text.CounterRandom;

/** An endless supply of one kind of exercise. */
record ExerciseTaskset<Q>(Exercise<Q> exercise) implements Taskset {
    private static final int LONGEST_ANSWER = 20_000;

    @Override
    public String name() {
        return exercise.name();
    }

    @Override
    public Problem problem(Split split, long seed, long index) {
        RandomGenerator random =
                CounterRandom.of(seed, split.ordinal(), index).split(name()).sequence();
        while (true) {
            Q question = exercise.draw(random);
            String id = exercise.id(question);
            if (Split.of(id) == split) {
                return problem(id, question);
            }
        }
    }

    @Override
    public Problem problem(ObjectNode data) {
        Q question = exercise.read(data);
        return problem(exercise.id(question), question);
    }

    @Override
    public Verifier verifier() {
        return (problem, answer) -> {
            Q question = exercise.read(problem.data());
            String given = answer.strip();
            if (given.isEmpty()) {
                return Verdict.NO_ANSWER;
            }
            if (given.length() > LONGEST_ANSWER) {
                return Verdict.incorrect("has " + given.length() + " characters, more than " + LONGEST_ANSWER);
            }
            return exercise.judge(question, given);
        };
    }

    private Problem problem(String id, Q question) {
        return new Problem(name(), id, exercise.prompt(question), exercise.data(question));
    }
}
