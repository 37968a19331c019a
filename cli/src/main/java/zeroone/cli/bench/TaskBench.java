package zeroone.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.text.CounterRandom;

/**
 * Measures how many problems of a task one core makes in a second, and how many answers it judges: a right one, the
 * same with one character changed, and the right one of another problem, in turns.
 *
 * <p>Counted is the processor time of the calling thread, so a busy machine changes little; where a verifier mostly waits,
 * for programs that it runs, the clock on the wall is counted.
 */
public final class TaskBench {
    private static final int MOST_PROBLEMS = 128;
    private static final int WRITERS = 20;
    private static final double WAITING = 0.2; // share of processor time under which a thread waits

    private final double secondsEach;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /**
     * @param secondsEach how long each of the two measurements of a task takes; as long is spent before it, for the compiler
     */
    public TaskBench(double secondsEach) {
        if (!(secondsEach > 0)) {
            throw new IllegalArgumentException("the seconds of a measurement must be positive: " + secondsEach);
        }
        this.secondsEach = secondsEach;
    }

    public TaskSpeed measure(Task task) {
        double problemsPerSecond =
                perSecond(i -> task.problems().problem(Split.TRAIN, 1, i).hashCode() != 0);
        List<Problem> problems = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        answer(task, problems, answers);
        int count = problems.size();
        int right = 0;
        for (int i = 0; i < count; i++) {
            right += isCorrect(task, problems.get(i), answers.get(i)) ? 1 : 0;
        }
        double verdictsPerSecond = perSecond(i -> isCorrect(task, problems.get(i % count), answers.get(i % count)));
        return new TaskSpeed(task.name(), problemsPerSecond, verdictsPerSecond, (double) right / count);
    }

    /** Fills in problems, as many as are made in the time of a measurement, each three times, and an answer to each. */
    private void answer(Task task, List<Problem> problems, List<String> answers) {
        long start = System.nanoTime();
        String other = "0";
        for (int i = 0; i < MOST_PROBLEMS && (i < 2 || System.nanoTime() - start < secondsEach * 1e9); i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 2, i);
            RandomGenerator random = CounterRandom.of(2, i).sequence();
            String answer = rightIfFound(task, problem, random);
            for (String text : List.of(answer, changed(answer, random), other)) {
                problems.add(problem);
                answers.add(text);
            }
            other = answer;
        }
    }

    /** A right answer, unless the people who write find none. */
    private static String rightIfFound(Task task, Problem problem, RandomGenerator random) {
        String answer = "";
        for (int writer = 0; writer < WRITERS && !isCorrect(task, problem, answer); writer++) {
            answer = task.workedSolutions().write(problem, random).answer();
        }
        return answer;
    }

    /** Another digit for a digit, another letter for a letter; "x" for anything else. */
    private static String changed(String answer, RandomGenerator random) {
        if (answer.isEmpty()) {
            return "x";
        }
        int place = random.nextInt(answer.length());
        char character = answer.charAt(place);
        char other;
        if (character >= '0' && character <= '9') {
            other = (char) ('0' + (character - '0' + 1 + random.nextInt(9)) % 10);
        } else if (character >= 'a' && character < 'z') {
            other = (char) (character + 1);
        } else {
            other = 'x';
        }
        return answer.substring(0, place) + other + answer.substring(place + 1);
    }

    private static boolean isCorrect(Task task, Problem problem, String answer) {
        return task.problems().verifier().verify(problem, answer).isCorrect();
    }

    private interface Work {
        boolean at(int index);
    }

    /** The faster of two rounds after one that warms up. */
    private double perSecond(Work work) {
        int kept = 0;
        double best = 0;
        for (int round = 0; round < 3; round++) {
            double share = round == 0 ? 1 : 0.5;
            long start = System.nanoTime();
            long processorStart = threads.getCurrentThreadCpuTime();
            int done = 0;
            while (done == 0 || System.nanoTime() - start < secondsEach * share * 1e9) {
                kept += work.at(done++) ? 1 : 0;
            }
            double onProcessor = (threads.getCurrentThreadCpuTime() - processorStart) / 1e9;
            double onWall = (System.nanoTime() - start) / 1e9;
            double rate = done / (onProcessor < WAITING * onWall ? onWall : onProcessor);
            best = round == 0 ? 0 : Math.max(best, rate);
        }
        if (kept < 0) {
            throw new AssertionError("keeps the work from being optimised away");
        }
        return best;
    }
}
