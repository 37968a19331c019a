package zeroone.evaluation.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.AttemptCounts;
import zeroone.evaluation.scaling.CurvePoint;
import zeroone.evaluation.scaling.TrainingPoint;

/** The tables of the page: behaviour of thoughts, every measured point, counts, settings. */
final class HtmlTables {
    /** A row of the behaviour table: what it is called, what it means, and its value for a model. */
    private record Row(String name, String meaning, Function<BehaviourSummary, String> value) {}

    private static final List<Row> BEHAVIOUR = List.of(
            new Row("tokens per thought", "", b -> Figures.fixed(b.tokensPerThought(), 0)),
            new Row("steps per thought", "statements that can be checked", b -> Figures.fixed(b.stepsPerThought(), 1)),
            new Row(
                    "backtracks per thought",
                    "a line of thought given up for another",
                    b -> Figures.fixed(b.backtracksPerThought(), 2)),
            new Row(
                    "checks per thought",
                    "a result held against the goal",
                    b -> Figures.fixed(b.checksPerThought(), 2)),
            new Row("backtracks per 1,000 tokens", "", b -> number(b.backtracksPerThousandTokens())),
            new Row("checks per 1,000 tokens", "", b -> number(b.checksPerThousandTokens())),
            new Row("false steps", "share of steps that are not true", b -> percent(b.falseStepShare())),
            new Row("revisits", "share of steps already taken in the same thought", b -> percent(b.revisitShare())),
            new Row("says yes when right", "100 % for a perfect checker", b -> percent(b.yesWhenRight())),
            new Row("says no when right", "what it wrongly throws away", b -> percent(b.noWhenRight())),
            new Row("says yes when wrong", "0 % for a perfect checker", b -> percent(b.yesWhenWrong())),
            new Row("precision of yes", "how often a yes is true", b -> percent(b.precisionOfYes())));

    private HtmlTables() {}

    static String behaviour(Report report) {
        var models = List.copyOf(report.behaviour().keySet());
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr><th></th>");
        for (String model : models) {
            html.append("<th class=\"num\">").append(Html.escape(model)).append("</th>");
        }
        html.append("<th></th></tr></thead><tbody>\n");
        for (Row row : BEHAVIOUR) {
            html.append("<tr><th>").append(row.name()).append("</th>");
            for (BehaviourSummary summary : report.behaviour().values()) {
                html.append(numeric(row.value().apply(summary)));
            }
            html.append("<td class=\"note\">").append(row.meaning()).append("</td></tr>\n");
        }
        html.append("<tr><th>thoughts read</th>");
        report.behaviour().values().forEach(summary -> html.append(numeric("" + summary.thoughts())));
        return html.append("<td></td></tr></tbody></table></div>\n").toString();
    }

    static String testPoints(Report report) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr><th>model</th><th>strategy</th>"
                + "<th class=\"num\">budget</th>" + MEASURED_HEAD + "</tr></thead><tbody>\n");
        for (CurvePoint p : report.testCurves()) {
            html.append("<tr><td><span class=\"dot m")
                    .append(report.hue(p.model()))
                    .append("\"></span>")
                    .append(Html.escape(p.model()))
                    .append("</td><td>")
                    .append(p.strategy().label())
                    .append("</td>")
                    .append(numeric((p.strategy().parallel() ? "k = " : "") + p.budget()))
                    .append(measured(p.tokens(), p.flops(), p.n(), p.accuracy(), p.low(), p.high()))
                    .append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    static String trainingPoints(Report report) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr><th class=\"num\">step</th>"
                + MEASURED_HEAD + "</tr></thead><tbody>\n");
        for (TrainingPoint p : report.trainCurve()) {
            html.append("<tr>")
                    .append(numeric("" + p.step()))
                    .append(measured(p.tokens(), p.flops(), p.n(), p.accuracy(), p.low(), p.high()))
                    .append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    static String counts(Report report) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr><th>model</th>"
                + "<th class=\"num\">attempts</th><th class=\"num\">grader failures</th>"
                + "<th class=\"num\">without an answer</th><th class=\"num\">thoughts cut by a limit</th>"
                + "</tr></thead><tbody>\n");
        report.counts().forEach((model, count) -> html.append(countsRow(model, count)));
        return html.append("</tbody></table></div>\n").toString();
    }

    static String settings(Report report) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><tbody>\n");
        report.settings()
                .forEach((key, value) -> html.append("<tr><th><code>")
                        .append(Html.escape(key))
                        .append("</code></th><td><code>")
                        .append(Html.escape(value))
                        .append("</code></td></tr>\n"));
        return html.append("</tbody></table></div>\n").toString();
    }

    private static final String MEASURED_HEAD = "<th class=\"num\">tokens</th><th class=\"num\">FLOP</th>"
            + "<th class=\"num\">problems</th><th class=\"num\">accuracy</th><th class=\"num\">95&nbsp;% interval</th>";

    private static String measured(double tokens, double flops, int n, double accuracy, double low, double high) {
        return numeric(Figures.compact(tokens))
                + numeric(Figures.compact(flops))
                + numeric("" + n)
                + numeric(Figures.percent(accuracy))
                + numeric(Figures.percent(low) + " – " + Figures.percent(high));
    }

    private static String countsRow(String model, AttemptCounts count) {
        return "<tr><td>" + Html.escape(model) + "</td>" + numeric("" + count.attempts())
                + numeric("" + count.graderFailures()) + numeric("" + count.noAnswers())
                + numeric("" + count.cutThoughts()) + "</tr>\n";
    }

    private static String numeric(String text) {
        return "<td class=\"num\">" + text + "</td>";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Figures.fixed(value.getAsDouble(), 1) : "–";
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? Figures.percent(share.getAsDouble()) : "–";
    }
}
