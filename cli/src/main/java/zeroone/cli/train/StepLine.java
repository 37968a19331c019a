package zeroone.cli.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import zeroone.cli.console.ProgressLine;
import zeroone.training.rl.StepReport;

/** One line a step, in columns. */
final class StepLine {
    /** The time left is told from the last steps: thoughts grow longer while a model learns. */
    private static final int RECENT = 5;

    private final int steps;
    private final Deque<Double> recentSeconds = new ArrayDeque<>();

    StepLine(int steps) {
        this.steps = steps;
    }

    static String header() {
        return "    step  reward  accuracy (95 % interval)  thought  backtr.  checks  entropy  mixed/right/wrong"
                + "   tokens/s  left";
    }

    String of(StepReport report, Optional<ValidationProbe.Reading> reading) {
        recentSeconds.addLast(report.rolloutSeconds() + report.trainingSeconds());
        if (recentSeconds.size() > RECENT) {
            recentSeconds.removeFirst();
        }
        double each = recentSeconds.stream().mapToDouble(s -> s).average().orElse(0);
        return String.format(
                Locale.ROOT,
                "%4d/%-4d %5.3f  %-24s  %7.0f  %7.2f  %6.2f  %7.3f  %17s  %,9.0f  %s",
                report.step(),
                steps,
                report.reward(),
                reading.map(StepLine::accuracy).orElse(""),
                report.thoughtTokens(),
                report.backtracks(),
                report.checks(),
                report.entropy(),
                report.mixedGroups() + "/" + report.allRightGroups() + "/" + report.allWrongGroups(),
                report.tokensPerSecond(),
                ProgressLine.time(Math.round(each * (steps - report.step()))));
    }

    /** {@code 51.2 % (45.1 to 57.2)}. */
    static String accuracy(ValidationProbe.Reading reading) {
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f to %.1f)",
                100 * reading.accuracy(),
                100 * reading.low(),
                100 * reading.high());
    }
}
