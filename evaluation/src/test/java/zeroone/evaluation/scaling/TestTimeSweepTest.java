package zeroone.evaluation.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.evaluation.statistics.Interval;
import zeroone.evaluation.statistics.PassAtK;
import zeroone.evaluation.statistics.Proportion;
import zeroone.search.MajorityVote;
import zeroone.tasks.Grade;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

class TestTimeSweepTest {
    private static final InferenceFlops FLOPS = new InferenceFlops(new ModelShape(1000, 1, 1, 1));
    private static final int RIGHT = 2;
    private static final int WRONG = 3;
    private static final int ALSO_WRONG = 4;
    private static final int UNGRADABLE = 5;
    private static final int SILENT = 6;

    @Test
    void accuracy_at_a_forced_budget_is_the_share_of_problems_whose_thought_fits_into_it() {
        // Problem p needs 10·p tokens of thought: budget b solves problems 0 to b/10.
        ScriptedThinker model = ScriptedThinker.needing(p -> 10 * p);

        SweepResult result = sweep(settings(1, List.of())).run("base", model, problems(10), point -> {});

        for (CurvePoint point : points(result, Strategy.FORCED_BUDGET)) {
            long solved = Math.min(10, point.budget() / 10 + 1);
            Interval wilson = new Proportion(solved, 10).interval();
            assertThat(point.accuracy()).as("accuracy at %d", point.budget()).isEqualTo(solved / 10.0);
            assertThat(point.low()).isCloseTo(wilson.low(), within(1e-9));
            assertThat(point.high()).isCloseTo(wilson.high(), within(1e-9));
            assertThat(point.n()).isEqualTo(10);
        }
        assertThat(points(result, Strategy.FORCED_BUDGET))
                .extracting(CurvePoint::budget)
                .containsExactly(0, 16, 32, 64);
    }

    @Test
    void tokens_and_flops_are_means_over_problems_of_what_was_generated() {
        ScriptedThinker model = ScriptedThinker.needing(p -> 10 * p);

        SweepResult result = sweep(settings(1, List.of())).run("base", model, problems(3), point -> {});

        // Thoughts of 0, 10 and 16 tokens, each followed by end of thought, answer, end of turn.
        CurvePoint point = points(result, Strategy.FORCED_BUDGET).get(1);
        assertThat(point.budget()).isEqualTo(16);
        assertThat(point.tokens()).isEqualTo((3 + 13 + 19) / 3.0);
        assertThat(point.flops())
                .isCloseTo((FLOPS.forward(4) + FLOPS.forward(14) + FLOPS.forward(20)) / 3, within(1e-6));
    }

    @Test
    void a_thought_that_ends_by_itself_within_the_budget_is_not_generated_again() {
        ScriptedThinker model = ScriptedThinker.needing(p -> 10 * p);

        SweepResult result = sweep(settings(1, List.of())).run("base", model, problems(10), point -> {});

        // Longest (64) asks all ten; 0, 16 and 32 ask only those that need more.
        assertThat(model.asked.stream().map(r -> r.budget().thought()).toList())
                .containsExactlyElementsOf(
                        repeated(new int[] {64, 10}, new int[] {0, 9}, new int[] {16, 8}, new int[] {32, 6}));
        assertThat(result.naturalCounts()).isEqualTo(new AttemptCounts(10, 0, 0, 3));
        assertThat(result.forcedCounts()).isEqualTo(new AttemptCounts(23, 0, 0, 23));
    }

    @Test
    void samples_depend_on_seed_and_problem_but_not_on_the_order_of_problems_or_on_the_budget() {
        ScriptedThinker forth = ScriptedThinker.needing(p -> 50);
        ScriptedThinker back = ScriptedThinker.needing(p -> 50);

        sweep(settings(1, List.of())).run("base", forth, problems(2), point -> {});
        sweep(settings(1, List.of())).run("base", back, problems(2).reversed(), point -> {});

        assertThat(forth.asked.get(0).random()).isEqualTo(back.asked.get(1).random());
        assertThat(forth.asked.get(0).random()).isNotEqualTo(forth.asked.get(1).random());
        assertThat(forth.asked.get(2).budget().thought()).isZero();
        assertThat(forth.asked.get(2).random()).isEqualTo(forth.asked.get(0).random());
    }

    @Test
    void the_natural_point_uses_every_sample_of_the_pool_and_stands_alone() {
        ScriptedThinker model = ScriptedThinker.answering(
                List.of(List.of(RIGHT, RIGHT, RIGHT, WRONG), List.of(WRONG, WRONG, WRONG, RIGHT)));

        SweepResult result = sweep(settings(4, List.of(1))).run("base", model, problems(2), point -> {});

        assertThat(points(result, Strategy.NATURAL)).singleElement().satisfies(point -> {
            assertThat(point.accuracy()).isEqualTo(0.5);
            assertThat(point.budget()).isEqualTo(64);
            assertThat(point.tokens()).isEqualTo(5);
            assertThat(point.n()).isEqualTo(2);
        });
        assertThat(result.natural()).hasSize(8);
    }

    @Test
    void majority_vote_is_averaged_over_disjoint_groups_of_the_pool() {
        ScriptedThinker model = ScriptedThinker.answering(List.of(
                List.of(RIGHT, RIGHT, WRONG, /* group 2 */ WRONG, WRONG, RIGHT),
                List.of(RIGHT, WRONG, ALSO_WRONG, /* group 2 */ SILENT, RIGHT, SILENT)));

        SweepResult result = sweep(settings(6, List.of(3))).run("base", model, problems(2), point -> {});

        // Problem 0: won, lost. Problem 1: a tie goes to the first, and the silent do not vote: won, won.
        assertThat(points(result, Strategy.MAJORITY_VOTE)).singleElement().satisfies(point -> {
            assertThat(point.accuracy()).isEqualTo(0.75);
            assertThat(point.budget()).isEqualTo(3);
            assertThat(point.tokens()).isEqualTo(3 * 5);
            assertThat(point.flops()).isEqualTo(3 * FLOPS.forward(6));
        });
        assertThat(result.naturalCounts().noAnswers()).isEqualTo(2);
    }

    @Test
    void pass_at_k_comes_from_the_same_pool_without_bias() {
        ScriptedThinker model = ScriptedThinker.answering(
                List.of(List.of(RIGHT, WRONG, WRONG, WRONG), List.of(RIGHT, RIGHT, WRONG, WRONG)));

        SweepResult result = sweep(settings(4, List.of(1, 2, 4))).run("base", model, problems(2), point -> {});

        assertThat(points(result, Strategy.PASS_AT_K))
                .extracting(CurvePoint::accuracy)
                .containsExactly(0.375, (new PassAtK(4, 1).at(2) + new PassAtK(4, 2).at(2)) / 2, 1.0);
        assertThat(model.asked.stream().filter(r -> r.budget().thought() == 64)).hasSize(2);
    }

    @Test
    void what_the_grader_could_not_judge_is_counted_and_left_out() {
        ScriptedThinker model = ScriptedThinker.answering(List.of(
                List.of(UNGRADABLE, RIGHT, WRONG, RIGHT), List.of(UNGRADABLE, UNGRADABLE, UNGRADABLE, UNGRADABLE)));

        SweepResult result = sweep(settings(4, List.of(1, 4))).run("base", model, problems(2), point -> {});

        assertThat(result.naturalCounts().graderFailures()).isEqualTo(5);
        assertThat(points(result, Strategy.NATURAL)).singleElement().satisfies(point -> {
            assertThat(point.n()).isEqualTo(1);
            assertThat(point.accuracy()).isCloseTo(2.0 / 3, within(1e-12));
        });
        // Three judged samples are too few for a vote of four: there is no such point rather than a wrong one.
        assertThat(points(result, Strategy.PASS_AT_K))
                .extracting(CurvePoint::budget)
                .containsExactly(1);
        assertThat(points(result, Strategy.MAJORITY_VOTE))
                .extracting(CurvePoint::budget)
                .containsExactly(1);
    }

    @Test
    void every_point_is_announced_when_it_is_measured() {
        List<CurvePoint> announced = new ArrayList<>();

        SweepResult result = sweep(settings(2, List.of(1, 2)))
                .run("base", ScriptedThinker.needing(p -> p), problems(4), announced::add);

        assertThat(announced).isNotEmpty().isEqualTo(result.points());
    }

    @Test
    void the_usual_sweep_doubles_its_budgets_and_group_sizes_and_ends_at_the_largest() {
        SweepSettings settings = SweepSettings.doubling(new ThinkingBudget(440, 20), 48, 1);

        assertThat(settings.budgets()).containsExactly(0, 16, 32, 64, 128, 256, 440);
        assertThat(settings.ks()).containsExactly(1, 2, 4, 8, 16, 32, 48);
        assertThat(SweepSettings.doubling(new ThinkingBudget(0, 20), 1, 1).budgets())
                .containsExactly(0);
        assertThat(SweepSettings.doubling(new ThinkingBudget(5, 20), 1, 1).budgets())
                .containsExactly(0, 5);
    }

    @Test
    void settings_that_cannot_be_measured_are_refused() {
        ThinkingBudget longest = new ThinkingBudget(64, 8);
        SamplingParameters plain = SamplingParameters.PLAIN;

        assertThatThrownBy(() -> new SweepSettings(longest, List.of(0, 128), 1, List.of(), 1, plain, 1))
                .hasMessageContaining("budgets")
                .hasMessageContaining("[0, 64]")
                .hasMessageContaining("128");
        assertThatThrownBy(() -> new SweepSettings(longest, List.of(16, 16), 1, List.of(), 1, plain, 1))
                .hasMessageContaining("without repeats");
        assertThatThrownBy(() -> new SweepSettings(longest, List.of(), 4, List.of(8), 1, plain, 1))
                .hasMessageContaining("ks")
                .hasMessageContaining("[1, 4]");
        assertThatThrownBy(() -> new SweepSettings(longest, List.of(), 4, List.of(), 5, plain, 1))
                .hasMessageContaining("forcedSamples 5");
        assertThatThrownBy(() -> new SweepSettings(longest, List.of(), 4, List.of(), 1, SamplingParameters.GREEDY, 1))
                .hasMessageContaining("temperature 0");
        assertThatThrownBy(() -> sweep(settings(1, List.of()))
                        .run("base", ScriptedThinker.needing(p -> p), List.of(), point -> {}))
                .hasMessageContaining("at least one problem");
    }

    private static TestTimeSweep sweep(SweepSettings settings) {
        return new TestTimeSweep(
                settings,
                problem -> new int[] {Integer.parseInt(problem.id())},
                ids -> IntStream.of(ids).mapToObj(Integer::toString).reduce("", String::concat),
                (problem, answer) -> switch (answer) {
                    case "2" -> new Grade.Judged(Verdict.CORRECT);
                    case "5" -> new Grade.Failed("the verifier ran out of time");
                    case "6" -> new Grade.Judged(Verdict.NO_ANSWER);
                    default -> new Grade.Judged(Verdict.incorrect("not 2"));
                },
                MajorityVote.BY_TEXT,
                FLOPS);
    }

    private static SweepSettings settings(int samples, List<Integer> ks) {
        return new SweepSettings(
                new ThinkingBudget(64, 8), List.of(0, 16, 32, 64), samples, ks, 1, SamplingParameters.PLAIN, 1);
    }

    private static List<Problem> problems(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Problem("scripted", "" + i, "think", JsonNodeFactory.instance.objectNode()))
                .toList();
    }

    private static List<CurvePoint> points(SweepResult result, Strategy strategy) {
        return result.points().stream().filter(p -> p.strategy() == strategy).toList();
    }

    private static List<Integer> repeated(int[]... valueAndTimes) {
        List<Integer> values = new ArrayList<>();
        for (int[] pair : valueAndTimes) {
            for (int i = 0; i < pair[1]; i++) {
                values.add(pair[0]);
            }
        }
        return values;
    }
}
