package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.catalog.Tasks;
import zeroone.text.CounterRandom;

/**
 * What every task promises. A test of a task extends this class, says which taskset is meant and solves its problems with
 * means of its own; a task whose problems have several right answers also overrides {@link #right}. The other protected
 * methods are for tasks that are slow, small or special.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TasksetContract {
    private static final int AT_LEAST = 300;
    private static final double MOST_ACCEPTED = 0.1;
    private static final Duration PATIENCE = Duration.ofMillis(Long.getLong("zeroone.contract.patience.ms", 150));

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> solved = new HashMap<>();

    private int judged; // answers that should be wrong, as far as is known
    private int accepted;

    protected TasksetContract() {}

    protected abstract Taskset taskset();

    /** A right answer, found without the taskset's help. */
    protected abstract String solve(Problem problem);

    /**
     * Whether an answer is right, judged without the task's verifier, whatever the answer says. By default a problem has
     * one right answer, that of {@link #solve}, and white space or another way to write the same number change nothing.
     */
    protected boolean right(Problem problem, String answer) {
        return PlainComparison.same(solution(problem), answer);
    }

    /**
     * Whether there are right answers that {@link #right} does not know. Then nothing tells which worked solutions are wrong,
     * and they are only required to be judged and to be right now and then; and of the answers that should be wrong a few
     * may be accepted. Better override {@link #right}.
     */
    protected boolean hasOtherRightAnswers() {
        return false;
    }

    /** The task with its worked solutions. By default the one of this name in the catalog. */
    protected Task task() {
        return Tasks.named(taskset().name());
    }

    /** On how many problems the verifier is tried; fewer where verdicts or problems are slow. */
    protected int few() {
        return 100;
    }

    /** How many changed answers are tried on each of them. */
    protected int nearMisses() {
        return 20;
    }

    /** How many problems are drawn to see that the splits are disjoint; the drawing ends early when it takes long. */
    protected int sample() {
        return 100_000;
    }

    /** The most processor time that one verdict may take. */
    protected Duration limit() {
        return Duration.ofMillis(1_000);
    }

    /** The largest share of problems that one answer, always the same, may solve. */
    protected double guessable() {
        return 0.6;
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
    void a_problem_is_a_function_of_split_seed_and_index() {
        Set<Problem> different = new HashSet<>();
        for (long index = 0; index < 10; index++) {
            for (long seed = 0; seed < 2; seed++) {
                Problem once = taskset().problem(Split.TRAIN, seed, index);
                assertThat(once.task()).isEqualTo(taskset().name());
                assertThat(taskset().problem(Split.TRAIN, seed, index)).isEqualTo(once);
                different.add(once);
            }
        }
        assertThat(different).as("neighbouring seeds and indexes").hasSizeGreaterThan(15);
    }

    @Test
    void splits_share_no_problem() {
        long start = System.nanoTime();
        for (int i = 0; i < sample(); i++) {
            if (i >= AT_LEAST && System.nanoTime() - start > PATIENCE.toNanos()) {
                break;
            }
            Split split = Split.values()[i % Split.values().length];
            Problem problem = taskset().problem(split, 1 + i % 2, i);
            // A function of the canonical form alone, so no two splits can have one in common.
            assertThat(Split.of(problem.id())).as(problem.prompt()).isEqualTo(split);
        }
    }

    @Test
    void a_problem_can_be_made_again_from_its_data_even_after_they_were_written_to_a_file() {
        for (Problem problem : problems()) {
            assertThat(taskset().problem(problem.data())).isEqualTo(problem);
            String written = problem.data().toString();
            Problem again = taskset().problem((ObjectNode) JsonMapper.shared().readTree(written));
            assertThat(again.prompt()).isEqualTo(problem.prompt());
            assertThat(again.id()).isEqualTo(problem.id());
            assertThat(again.data().toString()).isEqualTo(written);
            assertThat(verdict(again, solution(problem))).isEqualTo(Verdict.CORRECT);
        }
    }

    @Test
    void data_that_describe_no_problem_are_refused() {
        assertThatThrownBy(() -> taskset().problem(JsonNodeFactory.instance.objectNode()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
        for (Problem problem : problems().subList(0, Math.min(5, few()))) {
            for (ObjectNode broken : BrokenData.of(problem.data())) {
                try {
                    assertThat(taskset().problem(broken).prompt()).isNotBlank();
                } catch (IllegalArgumentException refused) {
                    assertThat(refused).message().as(broken.toString()).isNotBlank();
                }
            }
        }
    }

    @Test
    void names_and_prompts_are_text_that_a_person_can_read() {
        assertThat(taskset().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        for (Problem problem : problems()) {
            assertThat(problem.id()).isNotBlank();
            assertThat(problem.prompt()).isEqualTo(problem.prompt().strip());
            assertThat(problem.prompt().chars().filter(c -> Character.isISOControl(c) && c != '\n'))
                    .isEmpty();
        }
    }

    @Test
    void near_misses_are_wrong() {
        RandomGenerator random = CounterRandom.of(11).split(taskset().name()).sequence();
        for (Problem problem : problems()) {
            for (String miss : NearMisses.of(solution(problem), nearMisses(), random)) {
                wrongUnlessRight(problem, miss);
            }
        }
    }

    @Test
    void garbage_is_incorrect_and_silence_is_no_answer() {
        for (Problem problem : problems()) {
            HostileAnswers.garbage().forEach(garbage -> wrongUnlessRight(problem, garbage));
            wrongUnlessRight(problem, problem.prompt());
            wrongUnlessRight(problem, problem.id());
            assertThat(verdict(problem, "")).isEqualTo(Verdict.NO_ANSWER);
            assertThat(verdict(problem, " \n\t")).isEqualTo(Verdict.NO_ANSWER);
        }
    }

    @Test
    void a_right_answer_among_other_words_or_answers_is_wrong() {
        List<Problem> all = problems();
        for (int i = 0; i < all.size(); i++) {
            Problem problem = all.get(i);
            String right = solution(problem);
            String wrong = solution(all.get((i + 1) % all.size()));
            HostileAnswers.around(right, wrong).forEach(text -> wrongUnlessRight(problem, text));
            HostileAnswers.disguised(right).forEach(text -> wrongUnlessRight(problem, text));
        }
    }

    @Test
    void no_answer_takes_long_to_judge() {
        Problem problem = problems().getFirst();
        String right = solution(problem);
        List<String> answers = new ArrayList<>(HostileAnswers.expensive());
        answers.add(right + " ".repeat(1 << 20));
        answers.add((right + " ").repeat(1 + (1 << 20) / (right.length() + 1)));
        answers.add((right + "\n").repeat(1 + (1 << 20) / (right.length() + 1)));
        wrongUnlessRight(problem, right);
        for (String answer : answers) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            wrongUnlessRight(problem, answer);
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertThat(Duration.ofNanos(spent)).as(head(answer)).isLessThan(limit());
        }
    }

    @Test
    void the_right_answer_of_another_problem_is_wrong_here() {
        List<Problem> all = problems();
        for (int i = 0; i < all.size(); i++) {
            wrongUnlessRight(all.get(i), solution(all.get((i + 1) % all.size())));
            wrongUnlessRight(all.get(i), solution(all.get((i + 7) % all.size())));
        }
    }

    @Test
    void no_answer_fits_most_problems() {
        Map<String, Integer> counts = new HashMap<>();
        problems().forEach(problem -> counts.merge(solution(problem), 1, Integer::sum));
        counts.forEach((answer, count) -> assertThat((double) count / problems().size())
                .as("share of problems solved by always answering %s", answer)
                .isLessThanOrEqualTo(guessable()));
    }

    @Test
    void verdicts_do_not_depend_on_threads_or_repetition() {
        List<Problem> all = problems().subList(0, Math.min(20, few()));
        List<String> answers = all.stream().map(this::solution).toList();
        List<Verdict> once = judgeAll(all, answers).toList();
        assertThat(judgeAll(all, answers).parallel().toList()).isEqualTo(once);
    }

    @Test
    void worked_solutions_are_judged_for_what_they_are() {
        int right = 0;
        for (Problem problem : problems()) {
            for (int writer = 0; writer < 4; writer++) {
                WorkedSolution solution = write(problem, writer);
                assertThat(write(problem, writer)).isEqualTo(solution);
                boolean correct = verdict(problem, solution.answer()).isCorrect();
                assertThat(correct)
                        .as("%s%n%s%n%s", problem.prompt(), solution.thought(), solution.answer())
                        .isEqualTo(right(problem, solution.answer()) || (correct && hasOtherRightAnswers()));
                right += correct ? 1 : 0;
            }
        }
        assertThat(right).as("right worked solutions").isPositive();
    }

    @Test
    void thoughts_can_be_read_whatever_they_say() {
        for (Problem problem : problems()) {
            String thought = write(problem, 0).thought();
            for (String text : List.of(
                    "", thought, thought.substring(thought.length() / 2), thought + thought, problem.prompt())) {
                assertThat(task().thoughts().read(problem, text).steps()).isNotNegative();
            }
        }
        for (String text : HostileAnswers.expensive()) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(task().thoughts().read(problems().getFirst(), text).steps())
                    .isNotNegative();
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertThat(Duration.ofNanos(spent)).as(head(text)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void difficulty_is_a_function_of_the_problem_along_the_same_axes() {
        Difficulty first = task().difficulty().measure(problems().getFirst());
        for (Problem problem : problems().subList(0, Math.min(20, few()))) {
            Difficulty measured = task().difficulty().measure(problem);
            assertThat(task().difficulty().measure(problem)).isEqualTo(measured);
            assertThat(measured.axes().keySet()).isEqualTo(first.axes().keySet());
            assertThat(measured.unit()).isEqualTo(first.unit()).isNotBlank();
        }
    }

    private List<Problem> problems() {
        if (problems.isEmpty()) {
            for (int i = 0; i < few(); i++) {
                problems.add(taskset().problem(Split.values()[i % Split.values().length], 7, i));
            }
        }
        return problems;
    }

    /** The answer of {@link #solve}, found once. */
    private String solution(Problem problem) {
        return solved.computeIfAbsent(problem.prompt(), prompt -> solve(problem));
    }

    private WorkedSolution write(Problem problem, int writer) {
        return task().workedSolutions()
                .write(problem, CounterRandom.of(5, writer).split(problem.id()).sequence());
    }

    private Verdict verdict(Problem problem, String answer) {
        return taskset().verifier().verify(problem, answer);
    }

    private java.util.stream.Stream<Verdict> judgeAll(List<Problem> all, List<String> answers) {
        return IntStream.range(0, all.size() * 20)
                .mapToObj(i -> verdict(all.get(i % all.size()), answers.get((i + i / all.size()) % all.size())));
    }

    private void wrongUnlessRight(Problem problem, String answer) {
        Verdict verdict = verdict(problem, answer);
        judged++;
        if (verdict.isCorrect() && hasOtherRightAnswers() && !right(problem, answer)) {
            accepted++;
            return;
        }
        if (verdict.isCorrect() ? right(problem, answer) : answer.isBlank() || verdict instanceof Verdict.Incorrect) {
            return;
        }
        assertThat(verdict)
                .as(
                        "%s%nThe right answer is %s, and this is not one: %s",
                        problem.prompt(), solution(problem), head(answer))
                .isInstanceOf(Verdict.Incorrect.class);
    }

    @AfterAll
    void few_answers_that_should_be_wrong_are_accepted() {
        assertThat((double) accepted).as("of %d answers", judged).isLessThanOrEqualTo(MOST_ACCEPTED * judged);
    }

    private static String head(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "… (" + text.length() + " characters)";
    }
}
