package zeroone.evaluation.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Grade;
import zeroone.tasks.Verdict;

/** Thoughts to be read, side by side, with backtracks and checks made visible. */
final class HtmlThoughts {
    /** Longer thoughts are cut on the page; report.json has them whole. */
    private static final int LONGEST = 20_000;

    private static final Pattern MOMENTS =
            Pattern.compile("(?<back>\\bWait\\b,?|\\bgive up\\b)|(?<yes>\\byes\\b!?)|(?<no>\\bno\\b(?=[.!,]))");

    private HtmlThoughts() {}

    static String of(Report report) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < report.samples().size(); i++) {
            SampleProblem sample = report.samples().get(i);
            html.append(i < 3 ? "<details open>" : "<details>")
                    .append("<summary>")
                    .append(Html.escape(shortened(sample.prompt(), 400)));
            for (SampleThought thought : sample.thoughts()) {
                String outcome = outcome(thought.grade());
                html.append("<span class=\"tally ").append(outcome).append("\">");
                html.append(Html.escape(thought.model()))
                        .append(" · ")
                        .append(outcome)
                        .append("</span>");
            }
            html.append("</summary>\n<div class=\"sides\">\n");
            for (SampleThought thought : sample.thoughts()) {
                html.append(side(report, thought));
            }
            html.append("</div></details>\n");
        }
        return html.toString();
    }

    /** The text of a thought, escaped, with its moments marked. */
    static String marked(String thought) {
        StringBuilder html = new StringBuilder();
        Matcher moments = MOMENTS.matcher(thought);
        int end = 0;
        while (moments.find()) {
            html.append(Html.escape(thought.substring(end, moments.start())));
            String kind = moments.group("back") != null ? "back" : moments.group("yes") != null ? "yes" : "no";
            html.append("<mark class=\"").append(kind).append("\">");
            html.append(Html.escape(moments.group())).append("</mark>");
            end = moments.end();
        }
        return html.append(Html.escape(thought.substring(end))).toString();
    }

    private static String side(Report report, SampleThought thought) {
        return "<section class=\"side m" + report.hue(thought.model()) + "\"><header><b>"
                + Html.escape(thought.model()) + "</b><span>" + thought.tokens() + " tokens"
                + (thought.thoughtEnded() ? "" : ", thought cut by the limit")
                + "</span></header>\n<pre class=\"thought\">"
                + marked(shortened(thought.thought(), LONGEST)) + "</pre>\n<pre class=\"answer\">"
                + Html.escape(shortened(thought.answer(), 2000)) + "</pre>\n<p class=\"verdict "
                + outcome(thought.grade()) + "\">" + verdict(thought.grade())
                + "</p></section>\n";
    }

    /** In one word, which is also its class in the style sheet. */
    private static String outcome(Grade grade) {
        return switch (grade) {
            case Grade.Judged(Verdict verdict) -> verdict.isCorrect() ? "right" : "wrong";
            case Grade.Failed(String _) -> "unjudged";
        };
    }

    private static String verdict(Grade grade) {
        return switch (grade) {
            case Grade.Judged(Verdict.Correct()) -> "correct";
            case Grade.Judged(Verdict.Incorrect(String reason)) -> "wrong: " + Html.escape(shortened(reason, 400));
            case Grade.Judged(Verdict.NoAnswer()) -> "no answer";
            case Grade.Failed(String error) -> "not judged, the grader failed: " + Html.escape(shortened(error, 400));
        };
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest) + " … (" + (text.length() - longest) + " more characters)";
    }
}
