package zeroone.evaluation.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.CurvePoint;
import zeroone.evaluation.scaling.Strategy;

/**
 * The report as one page that needs nothing else: no network, no script, no font. A content security policy forbids all of
 * them, should hostile text ever get past the escaping.
 */
final class HtmlReport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Report report;
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    /** UTF-8 bytes of the page. */
    static byte[] of(Report report) throws IOException {
        return new HtmlReport(report).write().getBytes(StandardCharsets.UTF_8);
    }

    private String write() throws IOException {
        page.append("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                """);
        page.append("<title>").append(Html.escape(report.name())).append("</title>\n<style>\n");
        page.append(styleSheet()).append("</style></head>\n<body><main>\n");
        writeHeader();
        writeCharts(ReportPanels.curves(report));
        section("More samples", !ReportPanels.parallel(report).isEmpty(), () -> {
            paragraph("The same model, asked k times. All points of a model come from one pool of samples.");
            writeCharts(ReportPanels.parallel(report));
        });
        section("How the thoughts behave", !report.behaviour().isEmpty(), () -> {
            paragraph("Counted exactly from the text of the thoughts.");
            page.append(HtmlTables.behaviour(report));
        });
        section("Thoughts, side by side", !report.samples().isEmpty(), () -> {
            page.append(
                    "<p class=\"lead\">Marked: <mark class=\"back\">Wait,</mark> gives up a line of thought; "
                            + "<mark class=\"yes\">yes!</mark> and <mark class=\"no\">no</mark> are the model's own checks.</p>\n");
            page.append(HtmlThoughts.of(report));
        });
        section(
                "Every point: training",
                !report.trainCurve().isEmpty(),
                () -> page.append(HtmlTables.trainingPoints(report)));
        section(
                "Every point: test time",
                !report.testCurves().isEmpty(),
                () -> page.append(HtmlTables.testPoints(report)));
        section("How it was measured", true, this::writeMethod);
        section("Settings", !report.settings().isEmpty(), () -> page.append(HtmlTables.settings(report)));
        section(
                "Make it again",
                !report.reproduce().isEmpty(),
                () -> page.append("<pre class=\"shell\">")
                        .append(Html.escape(String.join("\n", report.reproduce())))
                        .append("</pre>\n"));
        return page.append("</main></body></html>\n").toString();
    }

    private void writeHeader() {
        page.append("<header class=\"top\"><p class=\"eyebrow\">ZeroOne · ")
                .append(Html.escape(report.task()))
                .append("</p>\n<h1>")
                .append(Html.escape(report.name()))
                .append("</h1>\n<div class=\"findings\">\n");
        String first = report.models().getFirst();
        String last = report.models().getLast();
        var before = natural(first);
        var after = natural(last);
        if (before.isPresent() && after.isPresent()) {
            finding(
                    "accuracy on " + after.get().n() + " unseen problems",
                    Figures.percent(before.get().accuracy()),
                    Figures.percent(after.get().accuracy()));
            finding(
                    "tokens per problem",
                    Figures.compact(Math.rint(before.get().tokens())),
                    Figures.compact(Math.rint(after.get().tokens())));
        }
        BehaviourSummary was = report.behaviour().get(first);
        BehaviourSummary is = report.behaviour().get(last);
        if (was != null && is != null) {
            finding(
                    "backtracks per thought",
                    Figures.fixed(was.backtracksPerThought(), 1),
                    Figures.fixed(is.backtracksPerThought(), 1));
        }
        if (!report.timing().training().isZero()) {
            finding("of training", "", duration(report.timing().training()));
        }
        page.append("</div></header>\n");
    }

    /** One large number, or two with an arrow where the first model is not the last. */
    private void finding(String name, String before, String after) {
        page.append("<div class=\"finding\"><p>");
        if (report.models().size() > 1 && !before.isEmpty()) {
            page.append("<span class=\"was\">").append(before).append(" → </span>");
        }
        page.append(after).append("</p><small>").append(name).append("</small></div>\n");
    }

    private void writeCharts(List<Panel> panels) {
        if (panels.isEmpty()) {
            return;
        }
        page.append("<div class=\"charts\">\n");
        for (Panel panel : panels) {
            page.append("<figure><h2>").append(Html.escape(panel.title())).append("</h2><p class=\"legend\">");
            for (Line line : panel.lines()) {
                String shape = line.kind() == Line.Kind.LONE ? "diamond" : "dot";
                page.append("<span><i class=\"" + shape + " m" + line.hue() + "\"></i>")
                        .append(Html.escape(line.name()))
                        .append("</span>");
            }
            page.append("</p>\n")
                    .append(SvgChart.of(panel))
                    .append("<figcaption>")
                    .append(Html.escape(panel.caption()))
                    .append("</figcaption></figure>\n");
        }
        page.append("</div>\n");
    }

    private void writeMethod() {
        page.append("""
                <ul>
                <li>Intervals are 95 %: Wilson's score interval. Where a problem has several samples, for the number of
                independent trials that gives the variance seen between problems.</li>
                <li>A forced budget cuts the thought at so many tokens and lets the model answer. A vote of k is averaged over
                the disjoint groups of k in the pool; pass@k is the unbiased estimate 1 − C(n−c, k) / C(n, k).</li>
                <li>Tokens are means per problem over everything generated, thought and answer, summed over k samples.</li>
                <li>FLOP of a sequence of L tokens, prompt included: 2·L·parameters + 4·layers·heads·headDim·L·(L+1)/2, a
                multiply-add counted as two; parameters are those that multiply activations. Training counts one forward pass
                to sample and three to learn.</li>
                <li>Answers that the grader could not judge are left out and counted below. An attempt without an answer is
                wrong.</li>
                </ul>
                """);
        if (!report.counts().isEmpty()) {
            page.append(HtmlTables.counts(report));
        }
        paragraph("Finished " + TIME.format(report.timing().finished()) + " after "
                + duration(report.timing().training()) + " of training and "
                + duration(report.timing().evaluation()) + " of measuring.");
    }

    private void section(String title, boolean shown, Runnable body) {
        if (shown) {
            page.append("<section class=\"part\"><h2>").append(title).append("</h2>\n");
            body.run();
            page.append("</section>\n");
        }
    }

    private void paragraph(String text) {
        page.append("<p class=\"lead\">").append(Html.escape(text)).append("</p>\n");
    }

    private Optional<CurvePoint> natural(String model) {
        return report.testCurves().stream()
                .filter(p -> p.model().equals(model) && p.strategy() == Strategy.NATURAL)
                .findFirst();
    }

    private static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? seconds / 60 + " min " + seconds % 60 + " s"
                        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    private static String styleSheet() throws IOException {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IOException(
                        "report.css is missing beside " + HtmlReport.class.getName() + "; rebuild the module");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
