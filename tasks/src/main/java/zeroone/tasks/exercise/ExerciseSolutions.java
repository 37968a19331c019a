package zeroone.tasks.exercise;

import java.util.random.RandomGenerator;
import zeroone.tasks.Problem;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.WorkedSolutions;

/**
 * Works exercises as people do: " 23*4=93, 23*30=690, 93+690=783, So 783? no. Wait, 23*4=92, …, So 782? yes!". Some guess,
 * some check nothing, some check carelessly, some give up.
 */
record ExerciseSolutions<Q>(Exercise<Q> exercise, TraceMixture mixture) implements WorkedSolutions {
    static final TraceMixture MIXTURE = new TraceMixture(.08, .17, .15, .5, .5, .04, 3);

    private static final int MOST_TRIES = 4;
    private static final double SLIPS_OF_THE_CARELESS = .08;
    private static final double SLIPS_OF_THE_CAREFUL = .03;
    private static final double WRONG_CHECKS_OF_THE_SLOPPY = .2;

    @Override
    public WorkedSolution write(Problem problem, RandomGenerator random) {
        Q question = exercise.read(problem.data());
        return switch (mixture.manner(random)) {
            case GUESS -> new WorkedSolution(" Just guess.", exercise.guess(question, random));
            case CARELESS -> careless(question, random);
            case SEARCH -> checked(question, SLIPS_OF_THE_CAREFUL, 0, random);
            case SLOPPY -> checked(question, SLIPS_OF_THE_CARELESS, WRONG_CHECKS_OF_THE_SLOPPY, random);
        };
    }

    private WorkedSolution careless(Q question, RandomGenerator random) {
        Notes notes = new Notes(random, SLIPS_OF_THE_CARELESS);
        String answer = exercise.work(question, notes);
        return new WorkedSolution(notes.text(), answer);
    }

    private WorkedSolution checked(Q question, double slips, double wrongChecks, RandomGenerator random) {
        int tries = Math.min(MOST_TRIES, mixture.tries(random));
        Notes notes = new Notes(random, slips);
        for (int i = 0; i < tries; i++) {
            if (i > 0) {
                notes.say("Wait,");
                notes.takeCare();
            }
            String answer = exercise.work(question, notes);
            notes.say("So " + answer + "?");
            exercise.check(question, answer, notes);
            boolean right = exercise.judge(question, answer).isCorrect();
            boolean says = right != (random.nextDouble() < wrongChecks);
            notes.say(says ? "yes!" : "no.");
            if (says) {
                return mixture.cut(random)
                        ? new WorkedSolution(
                                TraceMixture.breakOff(notes.text(), random), exercise.guess(question, random))
                        : new WorkedSolution(notes.text(), answer);
            }
        }
        notes.say("I give up.");
        return new WorkedSolution(notes.text(), exercise.guess(question, random));
    }
}
