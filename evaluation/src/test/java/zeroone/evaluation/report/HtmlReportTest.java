package zeroone.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zeroone.evaluation.scaling.CurvePoint;
import zeroone.tasks.Grade;
import zeroone.tasks.Verdict;

class HtmlReportTest {
    private static final String HOSTILE =
            "</pre></script><script>alert(1)</script><img src=x onerror='alert(\"2\")'> & \u202Egnorw\u202C \u0000";

    @Test
    void the_page_needs_nothing_but_itself() throws IOException {
        assertThat(page(ExampleReports.full()))
                .doesNotContain("<script", "http://", "https://", "src=", "<link", "url(", "@import")
                .contains("default-src 'none'");
    }

    @Test
    void the_page_shows_both_curves_the_finding_and_every_section() throws IOException {
        assertThat(page(ExampleReports.full()))
                .contains("<span class=\"was\">25.2\u00a0% → </span>58.4\u00a0%", "accuracy on 200 unseen problems")
                .contains("<span class=\"was\">0.4 → </span>2.9", "6 min 31 s")
                .contains("Training compute", "Test-time compute", "Majority vote of k", "pass@k")
                .contains("How the thoughts behave", "96.6\u00a0%", "precision of yes")
                .contains("Every point: training", "Every point: test time", "k = 16")
                .contains("rl.learning_rate", "./zeroone train recipes/tiny.toml");
    }

    @Test
    void nothing_a_model_writes_becomes_markup() throws IOException {
        SampleThought thought =
                new SampleThought("base", HOSTILE, HOSTILE, new Grade.Judged(Verdict.incorrect(HOSTILE)), 5, false);
        String page = page(ExampleReports.withSample(new SampleProblem(HOSTILE, List.of(thought))));

        assertThat(page).doesNotContain("<script", "<img", "\u202E", "\u202C", "\u0000");
        assertThat(page.split("&lt;/script&gt;&lt;script&gt;", -1))
                .as("prompt, thought, answer, reason")
                .hasSize(5);
        assertThat(page)
                .contains("&lt;img src=x onerror=&#39;alert(&quot;2&quot;)&#39;&gt; &amp; \uFFFDgnorw\uFFFD \uFFFD");
    }

    @Test
    void names_and_settings_are_text_too() throws IOException {
        Report report = new Report(
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                Map.of(HOSTILE, HOSTILE),
                List.of(),
                ExampleReports.testCurves().stream()
                        .map(p -> renamed(p, HOSTILE))
                        .toList(),
                Map.of(),
                List.of(),
                Map.of(),
                new Timing(Instant.EPOCH, Duration.ZERO, Duration.ZERO),
                List.of(HOSTILE));

        assertThat(page(report)).doesNotContain("<script", "<img", "onerror='", "\u202E");
    }

    @Test
    void backtracks_and_checks_stand_out_in_a_thought() {
        assertThat(HtmlThoughts.marked("5+5=10 want 16 no. Wait, 21-5=16 want 16 yes! not another, nor yesterday"))
                .isEqualTo(
                        "5+5=10 want 16 <mark class=\"no\">no</mark>. <mark class=\"back\">Wait,</mark> 21-5=16 want 16"
                                + " <mark class=\"yes\">yes!</mark> not another, nor yesterday");
        assertThat(HtmlThoughts.marked("<Wait,>")).isEqualTo("&lt;<mark class=\"back\">Wait,</mark>&gt;");
    }

    @Test
    void a_thought_without_end_is_shortened_on_the_page() throws IOException {
        SampleThought endless =
                new SampleThought("base", "1".repeat(3_000_000), "", new Grade.Judged(Verdict.NO_ANSWER), 9, false);
        String page = page(ExampleReports.withSample(new SampleProblem("p", List.of(endless))));

        assertThat(page)
                .hasSizeLessThan(100_000)
                .contains("(2980000 more characters)", "no answer", "cut by the limit");
    }

    @Test
    void a_grader_that_failed_is_not_shown_as_a_wrong_answer() throws IOException {
        SampleThought thought = new SampleThought("base", "t", "a", new Grade.Failed("timed <out>"), 5, true);

        assertThat(page(ExampleReports.withSample(new SampleProblem("p", List.of(thought)))))
                .contains("not judged, the grader failed: timed &lt;out&gt;")
                .contains("base · unjudged")
                .doesNotContain(">wrong: ", "base · wrong");
    }

    @Test
    void one_model_alone_has_findings_without_a_comparison() throws IOException {
        Report full = ExampleReports.full();
        Report alone = new Report(
                "eval",
                "countdown-3",
                List.of("base"),
                Map.of(),
                List.of(),
                full.testCurves().stream().filter(p -> p.model().equals("base")).toList(),
                Map.of(),
                List.of(),
                Map.of(),
                full.timing(),
                List.of());

        assertThat(page(alone)).contains("25.2\u00a0%").doesNotContain(" → ", "Training compute</h2>");
    }

    private static CurvePoint renamed(CurvePoint p, String model) {
        return new CurvePoint(
                model, p.strategy(), p.budget(), p.tokens(), p.flops(), p.n(), p.accuracy(), p.low(), p.high());
    }

    private static String page(Report report) throws IOException {
        return new String(HtmlReport.of(report), StandardCharsets.UTF_8);
    }
}
