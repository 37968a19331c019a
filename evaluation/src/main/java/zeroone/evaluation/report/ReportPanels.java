package zeroone.evaluation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import zeroone.evaluation.scaling.CurvePoint;
import zeroone.evaluation.scaling.Strategy;
import zeroone.evaluation.scaling.TrainingPoint;

/** Which curves a report shows, and how their points are described. */
final class ReportPanels {
    private static final String TRAINING = "Training compute";

    private ReportPanels() {}

    /** The two curves: accuracy against training compute, and against tokens of thought. Without points, no panel. */
    static List<Panel> curves(Report report) {
        List<Line> training = training(report);
        List<Line> thinking = thinking(report);
        List<Line> all = new ArrayList<>(training);
        all.addAll(thinking);
        double top = Panel.topOf(all);
        List<Panel> panels = new ArrayList<>();
        if (!training.isEmpty()) {
            Axis x = Axis.Linear.of("training compute (FLOP)", xs(training));
            panels.add(new Panel(TRAINING, "Accuracy as training goes on.", x, top, training));
        }
        if (!thinking.isEmpty()) {
            Axis x = Axis.Log.of("tokens of thought allowed (log scale)", xs(thinking));
            String caption = "Lines: thoughts cut at a budget. Diamonds: left to themselves, at the tokens they used.";
            panels.add(new Panel("Test-time compute", caption, x, top, thinking));
        }
        return panels;
    }

    /** Sampling more: majority vote and pass@k, against tokens spent on all samples. */
    static List<Panel> parallel(Report report) {
        List<Line> voting = lines(report, Strategy.MAJORITY_VOTE, Line.Kind.CONNECTED, CurvePoint::tokens);
        List<Line> passing = lines(report, Strategy.PASS_AT_K, Line.Kind.CONNECTED, CurvePoint::tokens);
        List<Line> all = new ArrayList<>(voting);
        all.addAll(passing);
        double top = Panel.topOf(all);
        String label = "tokens per problem, all samples (log scale)";
        List<Panel> panels = new ArrayList<>();
        if (!voting.isEmpty()) {
            String caption = "The answer most samples agree on: needs no verifier.";
            panels.add(new Panel("Majority vote of k", caption, Axis.Log.of(label, xs(all)), top, voting));
        }
        if (!passing.isEmpty()) {
            String caption = "Any of k samples is right: what a perfect verifier could pick.";
            panels.add(new Panel("pass@k", caption, Axis.Log.of(label, xs(all)), top, passing));
        }
        return panels;
    }

    private static List<Line> training(Report report) {
        if (report.trainCurve().isEmpty()) {
            return List.of();
        }
        List<Mark> marks = report.trainCurve().stream()
                .sorted(Comparator.comparingInt(TrainingPoint::step))
                .map(p -> new Mark(
                        p.flops(),
                        p.accuracy(),
                        p.low(),
                        p.high(),
                        "step " + p.step() + ": " + share(p.accuracy(), p.low(), p.high(), p.n()) + "\n"
                                + cost(p.tokens(), p.flops())))
                .toList();
        String model = report.models().getLast();
        return List.of(new Line(model, report.hue(model), Line.Kind.CONNECTED, marks));
    }

    private static List<Line> thinking(Report report) {
        List<Line> lines = lines(report, Strategy.FORCED_BUDGET, Line.Kind.CONNECTED, CurvePoint::budget);
        lines.addAll(lines(report, Strategy.NATURAL, Line.Kind.LONE, CurvePoint::tokens));
        return lines;
    }

    private static List<Line> lines(Report report, Strategy strategy, Line.Kind kind, ToDoubleFunction<CurvePoint> x) {
        BiFunction<String, CurvePoint, String> title = (model, p) -> model + ", " + strategy.label()
                + (strategy.parallel() ? ", k = " : ", budget ") + p.budget() + ": "
                + share(p.accuracy(), p.low(), p.high(), p.n()) + "\n" + cost(p.tokens(), p.flops()) + " a problem";
        List<Line> lines = new ArrayList<>();
        for (String model : report.models()) {
            List<Mark> marks = report.testCurves().stream()
                    .filter(p -> p.model().equals(model) && p.strategy() == strategy)
                    .sorted(Comparator.comparingInt(CurvePoint::budget))
                    .map(p -> new Mark(x.applyAsDouble(p), p.accuracy(), p.low(), p.high(), title.apply(model, p)))
                    .toList();
            if (!marks.isEmpty()) {
                lines.add(new Line(model + ", " + strategy.label(), report.hue(model), kind, marks));
            }
        }
        return lines;
    }

    private static double[] xs(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.marks().stream())
                .mapToDouble(Mark::x)
                .toArray();
    }

    private static String share(double accuracy, double low, double high, int n) {
        return Figures.percent(accuracy) + " [" + Figures.percent(low) + ", " + Figures.percent(high) + "], n = " + n;
    }

    private static String cost(double tokens, double flops) {
        return Figures.compact(tokens) + " tokens, " + Figures.compact(flops) + "FLOP";
    }
}
