package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.text.CounterRandom;

/** What every task promises of its verifier. Every answer that is tried is judged a second time, by {@link #opinion}. */
abstract class VerdictContract extends ProblemContract {
    private static final int MEGABYTE = 1 << 20;

    /**
     * What somebody says of an answer who knows nothing of the task's verifier, whatever the answer says. By default a
     * problem has one right answer, that of {@link #solve}, and white space or another way to write the same number are
     * matters of form.
     */
    protected Opinion opinion(Problem problem, String answer) {
        if (answer.equals(solution(problem))) {
            return Opinion.RIGHT;
        }
        return PlainComparison.same(solution(problem), answer) ? Opinion.RIGHT_BUT_FOR_ITS_FORM : Opinion.WRONG;
    }

    /** How many changed answers are tried on each problem. */
    protected int nearMisses() {
        return 20;
    }

    /** The most processor time that one verdict may take. */
    protected Duration limit() {
        return Duration.ofMillis(1_000);
    }

    @Test
    void accepts_a_right_answer() {
        for (Problem problem : problems()) {
            assertThat(verdict(problem, solution(problem)))
                    .as("%s%n%s", problem.prompt(), solution(problem))
                    .isEqualTo(Verdict.CORRECT);
        }
    }

    @Test
    void near_misses_are_judged_for_what_they_are() {
        RandomGenerator random = CounterRandom.of(11).split(taskset().name()).sequence();
        for (Problem problem : problems()) {
            for (String miss : NearMisses.of(solution(problem), nearMisses(), random)) {
                compare(problem, miss);
            }
        }
    }

    @Test
    void garbage_is_incorrect_and_silence_is_no_answer() {
        for (Problem problem : problems()) {
            HostileAnswers.garbage().forEach(garbage -> compare(problem, garbage));
            compare(problem, problem.prompt());
            compare(problem, problem.id());
            for (String silence : List.of("", " \n\t", "\u2003\r\n")) {
                assertThat(verdict(problem, silence)).isEqualTo(Verdict.NO_ANSWER);
            }
        }
    }

    @Test
    void a_right_answer_among_other_words_or_answers_is_wrong() {
        List<Problem> all = problems();
        for (int i = 0; i < all.size(); i++) {
            Problem problem = all.get(i);
            String right = solution(problem);
            String wrong = solution(all.get((i + 1) % all.size()));
            HostileAnswers.around(right, wrong).forEach(text -> compare(problem, text));
            HostileAnswers.disguised(right).forEach(text -> compare(problem, text));
        }
    }

    @Test
    void no_answer_takes_long_to_judge() {
        Problem problem = problems().getFirst();
        String right = solution(problem);
        List<String> answers = new ArrayList<>(HostileAnswers.expensive());
        answers.add(right + " ".repeat(MEGABYTE));
        answers.add((right + " ").repeat(1 + MEGABYTE / (right.length() + 1)));
        answers.add((right + "\n").repeat(1 + MEGABYTE / (right.length() + 1)));
        compare(problem, right);
        for (String answer : answers) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Verdict verdict = verdict(problem, answer);
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertThat(Duration.ofNanos(spent)).as(head(answer)).isLessThan(limit());
            compare(problem, answer, verdict);
        }
    }

    @Test
    void the_right_answer_of_another_problem_is_wrong_here() {
        List<Problem> all = problems();
        for (int i = 0; i < all.size(); i++) {
            compare(all.get(i), solution(all.get((i + 1) % all.size())));
            compare(all.get(i), solution(all.get((i + 7) % all.size())));
        }
    }

    @Test
    void verdicts_do_not_depend_on_threads_or_repetition() {
        List<Problem> all = problems().subList(0, Math.min(20, few()));
        List<String> answers = all.stream().map(this::solution).toList();
        List<Verdict> once = judgeAll(all, answers).toList();
        assertThat(judgeAll(all, answers).parallel().toList()).isEqualTo(once);
    }

    final Verdict verdict(Problem problem, String answer) {
        return taskset().verifier().verify(problem, answer);
    }

    private Stream<Verdict> judgeAll(List<Problem> all, List<String> answers) {
        return IntStream.range(0, all.size() * all.size())
                .mapToObj(i -> verdict(all.get(i % all.size()), answers.get((i + i / all.size()) % all.size())));
    }

    private void compare(Problem problem, String answer) {
        compare(problem, answer, verdict(problem, answer));
    }

    /** Whether the verifier is of the second opinion. */
    private void compare(Problem problem, String answer, Verdict verdict) {
        boolean agreed = answer.isBlank()
                ? verdict instanceof Verdict.NoAnswer
                : switch (verdict) {
                    case Verdict.Correct() -> opinion(problem, answer) != Opinion.WRONG;
                    case Verdict.Incorrect(String _) -> opinion(problem, answer) != Opinion.RIGHT;
                    case Verdict.NoAnswer() -> false;
                };
        // Texts about a comparison cost more than most comparisons.
        if (!agreed) {
            throw new AssertionError("%s%nA right answer is %s, and %s is %s, but the verifier says %s"
                    .formatted(
                            problem.prompt(),
                            head(solution(problem)),
                            head(answer),
                            opinion(problem, answer),
                            verdict));
        }
    }

    static String head(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "… (" + text.length() + " characters)";
    }
}
