package zeroone.tasks.puzzle;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.WorkedSolution;
import zeroone.text.CounterRandom;

/**
 * Prints, for every task whose name begins with an argument (or all), on one thread: problems a second in the training and
 * in the test split, verdicts a second on answers of mixed quality, worked solutions a second, share of right ones.
 */
final class PuzzleSpeed {
    private static final int KEPT = 256;

    private PuzzleSpeed() {}

    public static void main(String[] prefixes) {
        System.out.printf(
                "%-20s %9s %9s %10s %8s %6s %7s%n",
                "task", "train/s", "test/s", "verdicts/s", "notes/s", "right", "effort");
        for (TaskProvider provider : ServiceLoader.load(TaskProvider.class)) {
            for (Task task : provider.tasks()) {
                if (prefixes.length == 0 || List.of(prefixes).stream().anyMatch(task.name()::startsWith)) {
                    measure(task);
                }
            }
        }
    }

    private static void measure(Task task) {
        double train = perSecond(
                500, i -> task.problems().problem(Split.TRAIN, 1, i).id().length());
        double test = perSecond(
                500, i -> task.problems().problem(Split.TEST, 1, i).id().length());
        List<Problem> problems = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        int right = 0;
        double effort = 0;
        for (int i = 0; i < KEPT; i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 2, i);
            WorkedSolution solution =
                    task.workedSolutions().write(problem, CounterRandom.of(i).sequence());
            problems.add(problem);
            answers.add(solution.answer());
            effort += task.difficulty().measure(problem).effort();
            right += task.problems()
                            .verifier()
                            .verify(problem, solution.answer())
                            .isCorrect()
                    ? 1
                    : 0;
        }
        double verdicts = perSecond(
                500,
                i -> task.problems()
                                .verifier()
                                .verify(problems.get(i % KEPT), answers.get(i % KEPT))
                                .isCorrect()
                        ? 1
                        : 0);
        double notes = perSecond(
                500,
                i -> task.workedSolutions()
                        .write(problems.get(i % KEPT), CounterRandom.of(i).sequence())
                        .thought()
                        .length());
        System.out.printf(
                "%-20s %9.0f %9.0f %10.0f %8.0f %6.2f %7.0f%n",
                task.name(), train, test, verdicts, notes, right / (double) KEPT, effort / KEPT);
    }

    private interface Work {
        int at(int index);
    }

    /** The second of two rounds of so many milliseconds; the first warms up. */
    private static double perSecond(long milliseconds, Work work) {
        double rate = 0;
        long sum = 0;
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            int done = 0;
            while (System.nanoTime() - start < milliseconds * 1_000_000) {
                sum += work.at(done++);
            }
            rate = done * 1e9 / (System.nanoTime() - start);
        }
        if (sum == Long.MIN_VALUE) {
            throw new AssertionError("keeps the work from being optimised away");
        }
        return rate;
    }
}
