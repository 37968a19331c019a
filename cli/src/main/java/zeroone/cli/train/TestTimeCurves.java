package zeroone.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import zeroone.cli.console.Terminal;
import zeroone.cli.model.ReasoningModel;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.Attempt;
import zeroone.evaluation.scaling.AttemptCounts;
import zeroone.evaluation.scaling.CurvePoint;
import zeroone.evaluation.scaling.SweepResult;
import zeroone.evaluation.scaling.SweepSettings;
import zeroone.evaluation.scaling.TestTimeSweep;
import zeroone.search.MajorityVote;
import zeroone.tasks.Grader;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.text.generation.Generator;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/** Accuracy against test-time compute, of one model after the other, on the same test problems. */
final class TestTimeCurves {
    /**
     * What was measured of one model.
     *
     * @param behaviour of its thoughts of natural length
     */
    record Measured(List<CurvePoint> points, BehaviourSummary behaviour, AttemptCounts counts) {}

    private final CurvesConfig config;
    private final Task task;
    private final Grader grader;
    private final Terminal terminal;

    TestTimeCurves(CurvesConfig config, Task task, Grader grader, Terminal terminal) {
        this.config = config;
        this.task = task;
        this.grader = grader;
        this.terminal = terminal;
    }

    /** Thinking longer on all problems, then sampling more on some of them. */
    Measured measure(String name, ReasoningModel model, Generator generator) {
        ThinkingBudget longest = new ThinkingBudget(config.thoughtTokens(), config.answerTokens());
        SweepSettings longer = SweepSettings.doubling(longest, 1, config.seed());
        SweepResult thinking = sweep(longer, model).run(name, generator, problems(config.problems()), this::show);
        List<CurvePoint> points = new ArrayList<>(thinking.points());
        AttemptCounts counts = thinking.naturalCounts().plus(thinking.forcedCounts());
        if (config.samples() > 1) {
            SweepSettings more = new SweepSettings(
                    longest,
                    List.of(),
                    config.samples(),
                    SweepSettings.doubling(longest, config.samples(), config.seed())
                            .ks(),
                    1,
                    SamplingParameters.PLAIN,
                    config.seed());
            SweepResult sampling =
                    sweep(more, model).run(name, generator, problems(config.poolProblems()), this::showParallel);
            points.addAll(sampling.points().stream()
                    .filter(point -> point.strategy().parallel())
                    .toList());
            counts = counts.plus(sampling.naturalCounts());
        }
        return new Measured(points, behaviour(thinking.natural()), counts);
    }

    private TestTimeSweep sweep(SweepSettings settings, ReasoningModel model) {
        return new TestTimeSweep(
                settings,
                problem -> model.prompt(problem.prompt()),
                model.tokenizer()::decode,
                (problem, answer) -> grader.grade(task.problems().verifier(), problem, answer),
                MajorityVote.BY_TEXT,
                model.flops());
    }

    private List<Problem> problems(int count) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            problems.add(task.problems().problem(Split.TEST, config.seed(), i));
        }
        return problems;
    }

    private BehaviourSummary behaviour(List<Attempt> attempts) {
        return BehaviourSummary.of(
                attempts.stream()
                        .map(attempt -> task.thoughts().read(attempt.problem(), attempt.thought()))
                        .toList(),
                attempts.stream().mapToLong(Attempt::thoughtTokens).sum());
    }

    private void showParallel(CurvePoint point) {
        if (point.strategy().parallel()) {
            show(point);
        }
    }

    private void show(CurvePoint point) {
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "  %-8s %-14s %4d %-8s %5.1f %% (%.1f to %.1f), %,.0f tokens a problem%n",
                        point.model(),
                        point.strategy().label(),
                        point.budget(),
                        point.strategy().parallel() ? "samples" : "tokens",
                        100 * point.accuracy(),
                        100 * point.low(),
                        100 * point.high(),
                        point.tokens());
    }
}
