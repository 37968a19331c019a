package zeroone.cli.recipe;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Durations as people write them: {@code 90s}, {@code 1h30m}, {@code 250ms}, {@code 2d}. */
final class DurationText {
    private DurationText() {}

    static Optional<Duration> parse(String text) {
        String compact = text.replace(" ", "").toLowerCase(Locale.ROOT);
        if (compact.matches("\\d{1,15}ms")) {
            return Optional.of(Duration.ofMillis(Long.parseLong(compact.substring(0, compact.length() - 2))));
        }
        String days = compact.matches("\\d+d.*") ? compact.substring(0, compact.indexOf('d') + 1) : "";
        String time = compact.substring(days.length());
        try {
            return compact.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Duration.parse("p" + days + (time.isEmpty() ? "" : "t" + time)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The shortest text that {@link #parse} reads back as the same duration. */
    static String of(Duration duration) {
        if (duration.toNanosPart() % 1_000_000 == 0 && duration.toMillisPart() != 0 && duration.isPositive()) {
            return duration.toMillis() + "ms";
        }
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
