package zeroone.evaluation.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When the report was made and how long the run took by the clock on the wall.
 *
 * @param training time spent training; zero if nothing was trained
 * @param evaluation time spent measuring
 */
public record Timing(Instant finished, Duration training, Duration evaluation) {
    public Timing {
        Objects.requireNonNull(finished, "finished");
        if (training.isNegative() || evaluation.isNegative()) {
            throw new IllegalArgumentException(
                    "durations must not be negative: training " + training + ", evaluation " + evaluation);
        }
    }
}
