package zeroone.evaluation.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.AttemptCounts;
import zeroone.evaluation.scaling.CurvePoint;
import zeroone.evaluation.scaling.Strategy;
import zeroone.evaluation.scaling.TrainingPoint;
import zeroone.evaluation.statistics.Interval;
import zeroone.evaluation.statistics.Proportion;
import zeroone.tasks.Grade;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.Verdict;

/** Reports with invented numbers of a plausible shape. */
final class ExampleReports {
    private ExampleReports() {}

    /** Both curves, both models, every strategy. */
    static Report full() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("model.layers", "4");
        settings.put("model.width", "128");
        settings.put("rl.problems", "16");
        settings.put("rl.samples", "16");
        settings.put("rl.learning_rate", "3e-4");
        settings.put("seed", "1");
        Map<String, BehaviourSummary> behaviour = new LinkedHashMap<>();
        behaviour.put(
                "base", new BehaviourSummary(200, 13_400, new ThoughtBehaviour(1900, 21, 86, 240, 44, 9, 6, 830)));
        behaviour.put(
                "trained",
                new BehaviourSummary(200, 43_900, new ThoughtBehaviour(6300, 40, 580, 610, 112, 8, 4, 2840)));
        return new Report(
                "countdown-3-tiny",
                "countdown-3: reach a number with three others",
                List.of("base", "trained"),
                settings,
                trainCurve(),
                testCurves(),
                behaviour,
                samples(),
                Map.of("trained", new AttemptCounts(3200, 0, 41, 96)),
                new Timing(Instant.parse("2026-03-01T10:15:00Z"), Duration.ofSeconds(391), Duration.ofSeconds(84)),
                List.of("./zeroone train recipes/tiny.toml"));
    }

    static Report withSample(SampleProblem sample) {
        return new Report(
                "r",
                "t",
                List.of("base"),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(sample),
                Map.of(),
                new Timing(Instant.EPOCH, Duration.ZERO, Duration.ZERO),
                List.of());
    }

    static List<TrainingPoint> trainCurve() {
        int[] solved = {49, 74, 90, 99, 106, 112, 117};
        List<TrainingPoint> points = new ArrayList<>();
        for (int i = 0; i < solved.length; i++) {
            Interval interval = new Proportion(solved[i], 200).interval();
            points.add(new TrainingPoint(
                    5 * i, 190_000.0 * i, 1.1e12 * i, 200, solved[i] / 200.0, interval.low(), interval.high()));
        }
        return points;
    }

    static List<CurvePoint> testCurves() {
        int[] budgets = {0, 16, 32, 64, 128, 256, 440};
        double[][] forced = {{.06, .01, .10, .165, .235, .26, .255}, {.085, .005, .095, .185, .325, .53, .585}};
        double[][] tokens = {{12, 27, 41, 55, 66, 71, 72}, {12, 28, 44, 75, 131, 196, 221}};
        double[] natural = {.252, .584};
        double[] passGain = {.42, .30};
        double[] voteGain = {.18, .16};
        List<CurvePoint> points = new ArrayList<>();
        for (int m = 0; m < 2; m++) {
            String model = m == 0 ? "base" : "trained";
            for (int b = 0; b < budgets.length; b++) {
                points.add(point(model, Strategy.FORCED_BUDGET, budgets[b], tokens[m][b], forced[m][b]));
            }
            points.add(point(model, Strategy.NATURAL, 440, tokens[m][6], natural[m]));
            for (int k = 1; k <= 16; k *= 2) {
                double gain = 1 - Math.pow(k, -.7);
                points.add(point(model, Strategy.MAJORITY_VOTE, k, k * tokens[m][6], natural[m] + gain * voteGain[m]));
                points.add(point(model, Strategy.PASS_AT_K, k, k * tokens[m][6], natural[m] + gain * passGain[m]));
            }
        }
        return points;
    }

    private static CurvePoint point(String model, Strategy strategy, int budget, double tokens, double accuracy) {
        Interval interval = new Proportion(Math.round(accuracy * 200), 200).interval();
        return new CurvePoint(
                model, strategy, budget, tokens, tokens * 1.4e6, 200, accuracy, interval.low(), interval.high());
    }

    private static List<SampleProblem> samples() {
        SampleThought guess = new SampleThought(
                "base",
                "13*8=104 left 5 104, 104*5=520 want 16 no. 104+5=109 want 16 no. give up.",
                "13+8=21, 21+5=26",
                new Grade.Judged(Verdict.incorrect("26 is not 16")),
                61,
                true);
        SampleThought search = new SampleThought(
                "trained",
                "13*8=104 left 5 104, 104*5=520 want 16 no. 104+5=109 want 16 no. Wait, 13-8=5 left 5 5, 5*5=25 want 16"
                        + " no. 5+5=10 want 16 no. Wait, 13+8=21 left 5 21, 21+5=26 want 16 no. 21-5=16 want 16 yes!",
                "13+8=21, 21-5=16",
                new Grade.Judged(Verdict.CORRECT),
                172,
                true);
        List<SampleProblem> samples = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            samples.add(new SampleProblem("Use 13 5 8 to make 16.", List.of(guess, search)));
        }
        return samples;
    }
}
