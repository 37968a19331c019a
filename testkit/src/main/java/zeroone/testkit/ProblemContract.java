package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;

/** What every task promises of its problems. */
abstract class ProblemContract {
    private static final int AT_LEAST = 300;
    private static final int FEW_BROKEN = 3;

    /** How long problems are drawn to see that the splits are disjoint. */
    private static final Duration PATIENCE = Duration.ofMillis(Long.getLong("zeroone.contract.patience.ms", 30));

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> solved = new HashMap<>();

    protected abstract Taskset taskset();

    /** A right answer, found without the taskset's help. */
    protected abstract String solve(Problem problem);

    /** On how many problems the verifier is tried; fewer where verdicts or problems are slow. */
    protected int few() {
        return 100;
    }

    /** How many problems are drawn to see that the splits are disjoint; the drawing ends early when it takes long. */
    protected int sample() {
        return 100_000;
    }

    /** The largest share of problems that one answer, always the same, may solve. */
    protected double guessable() {
        return 0.6;
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
            if (Split.of(problem.id()) != split) {
                assertThat(Split.of(problem.id())).as(problem.prompt()).isEqualTo(split);
            }
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
            assertThat(taskset().verifier().verify(again, solution(problem))).isEqualTo(Verdict.CORRECT);
        }
    }

    @Test
    void data_that_describe_no_problem_are_refused() {
        assertThatThrownBy(() -> taskset().problem(JsonNodeFactory.instance.objectNode()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
        for (Problem problem : problems().subList(0, Math.min(FEW_BROKEN, few()))) {
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
    void no_answer_fits_most_problems() {
        Map<String, Integer> counts = new HashMap<>();
        problems().forEach(problem -> counts.merge(solution(problem), 1, Integer::sum));
        counts.forEach((answer, count) -> assertThat((double) count / problems().size())
                .as("share of problems solved by always answering %s", answer)
                .isLessThanOrEqualTo(guessable()));
    }

    /** The problems that the clauses are tried on. */
    final List<Problem> problems() {
        if (problems.isEmpty()) {
            for (int i = 0; i < few(); i++) {
                problems.add(taskset().problem(Split.values()[i % Split.values().length], 7, i));
            }
        }
        return problems;
    }

    /** The answer of {@link #solve}, found once. */
    final String solution(Problem problem) {
        return solved.computeIfAbsent(problem.prompt(), prompt -> solve(problem));
    }
}
