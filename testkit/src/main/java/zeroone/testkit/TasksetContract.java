package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;

/** What every taskset promises. A test of a taskset extends this class. */
public abstract class TasksetContract {
    private static final int SAMPLE = 21_000;

    protected TasksetContract() {}

    protected abstract Taskset taskset();

    /** A right answer, found without the taskset's help. */
    protected abstract String solve(Problem problem);

    /** How many problems are judged; fewer where a verdict takes long. */
    protected int few() {
        return 200;
    }

    @Test
    void accepts_a_right_answer() {
        forEachOfAFew(problem -> assertThat(verdict(problem, solve(problem)))
                .as(problem.prompt())
                .isEqualTo(Verdict.CORRECT));
    }

    @Test
    void a_problem_is_a_function_of_split_seed_and_index() {
        forEachOfAFew(problem -> assertThat(problem.task()).isEqualTo(taskset().name()));
        Set<Problem> different = new HashSet<>();
        for (long index = 0; index < 10; index++) {
            for (long seed = 0; seed < 2; seed++) {
                Problem once = taskset().problem(Split.TRAIN, seed, index);
                assertThat(taskset().problem(Split.TRAIN, seed, index)).isEqualTo(once);
                different.add(once);
            }
        }
        assertThat(different).as("neighbouring seeds and indexes").hasSizeGreaterThan(15);
    }

    @Test
    void splits_share_no_problem() {
        Map<String, Split> splits = new HashMap<>();
        for (int i = 0; i < SAMPLE; i++) {
            Split split = Split.values()[i % Split.values().length];
            Problem problem = taskset().problem(split, 1 + i % 2, i);
            Split before = splits.putIfAbsent(problem.id(), split);
            assertThat(before == null ? split : before).as(problem.prompt()).isEqualTo(split);
            assertThat(Split.of(problem.id())).isEqualTo(split);
        }
        assertThat(splits.values()).contains(Split.values());
    }

    @Test
    void a_problem_can_be_made_again_from_its_data() {
        forEachOfAFew(problem -> assertThat(taskset().problem(problem.data())).isEqualTo(problem));
    }

    @Test
    void data_that_describe_no_problem_are_refused() {
        assertThatThrownBy(() -> taskset().problem(JsonNodeFactory.instance.objectNode()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
    }

    @Test
    void garbage_is_incorrect_and_silence_is_no_answer() {
        forEachOfAFew(problem -> {
            for (String garbage : List.of(
                    "0",
                    "yes",
                    "?",
                    "null",
                    "\u0000",
                    "😀",
                    "((((",
                    "/",
                    "9".repeat(100_000),
                    problem.prompt(),
                    problem.id())) {
                assertThat(verdict(problem, garbage)).isInstanceOf(Verdict.Incorrect.class);
            }
            String right = solve(problem);
            assertThat(verdict(problem, right + " " + right)).isInstanceOf(Verdict.Incorrect.class);
            assertThat(verdict(problem, "The answer is " + right)).isInstanceOf(Verdict.Incorrect.class);
            assertThat(verdict(problem, "")).isEqualTo(Verdict.NO_ANSWER);
            assertThat(verdict(problem, " \n\t")).isEqualTo(Verdict.NO_ANSWER);
        });
    }

    @Test
    void the_right_answer_of_another_problem_is_wrong_here() {
        int compared = 0;
        for (int i = 0; i < few(); i++) {
            Problem here = taskset().problem(Split.TEST, 1, i);
            String answer = solve(taskset().problem(Split.TRAIN, 1, i));
            // Small tasks have problems that share their answer, e.g. 4×4 grids.
            if (!answer.equals(solve(here))) {
                compared++;
                assertThat(verdict(here, answer)).as(here.prompt()).isInstanceOf(Verdict.Incorrect.class);
            }
        }
        assertThat(compared).isGreaterThan(few() / 2);
    }

    private Verdict verdict(Problem problem, String answer) {
        return taskset().verifier().verify(problem, answer);
    }

    private void forEachOfAFew(Consumer<Problem> check) {
        for (int i = 0; i < few(); i++) {
            check.accept(taskset().problem(Split.values()[i % Split.values().length], 7, i));
        }
    }
}
