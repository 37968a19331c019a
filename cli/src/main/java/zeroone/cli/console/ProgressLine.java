package zeroone.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * One line that tells how far long work has come, at what rate, and how much time is left. On a terminal the line is
 * rewritten in place; elsewhere a new line is written now and then. Not thread-safe.
 */
public final class ProgressLine implements AutoCloseable {
    /** Elsewhere than on a terminal: seldom enough not to flood a log. */
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(15);

    private static final Duration LIVE_INTERVAL = Duration.ofMillis(100);

    /** The rate is that of the last minute: steps may grow slower as thoughts grow longer. */
    private static final Duration RATE_WINDOW = Duration.ofSeconds(60);

    private static final String REWRITE = "\r\033[2K";
    private static final String CLIP_ON = "\033[?7l";
    private static final String CLIP_OFF = "\033[?7h";

    private final Terminal terminal;
    private final String label;
    private final String unit;
    private final long total;
    private final InstantSource clock;
    private final Deque<Mark> recent = new ArrayDeque<>();
    private Instant shown;
    private String line = "";
    private boolean visible;

    private record Mark(Instant time, long done) {}

    /**
     * @param label what is being done, e.g. "Training"
     * @param unit what is counted, e.g. "steps"
     * @param total how many there are; positive
     */
    public ProgressLine(Terminal terminal, String label, String unit, long total, InstantSource clock) {
        if (total < 1) {
            throw new IllegalArgumentException("progress needs a positive total: " + total);
        }
        this.terminal = terminal;
        this.label = label;
        this.unit = unit;
        this.total = total;
        this.clock = clock;
        this.shown = clock.instant();
        recent.add(new Mark(shown, 0));
    }

    /**
     * Says how much is done by now.
     *
     * @param done from 0 to the total
     * @param note shown behind the rate; may be empty
     */
    public void update(long done, String note) {
        Instant now = clock.instant();
        mark(now, done);
        line = line(done, note);
        Duration sinceShown = Duration.between(shown, now);
        if (terminal.interactive()) {
            if (!visible || done >= total || sinceShown.compareTo(LIVE_INTERVAL) >= 0) {
                draw();
                shown = now;
            }
        } else if (sinceShown.compareTo(PLAIN_INTERVAL) >= 0) {
            terminal.out().println(line);
            shown = now;
        }
    }

    /** Writes a line that stays, above the progress. */
    public void println(String text) {
        boolean wasVisible = visible;
        erase();
        terminal.out().println(text);
        if (wasVisible) {
            draw();
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        erase();
        terminal.out().flush();
    }

    private void mark(Instant now, long done) {
        Mark last = recent.getLast();
        if (recent.size() > 1 && Duration.between(last.time(), now).toMillis() < 1000) {
            // Marks closer than a second say little and would only fill memory.
            return;
        }
        recent.add(new Mark(now, done));
        while (recent.size() > 2 && Duration.between(second().time(), now).compareTo(RATE_WINDOW) >= 0) {
            recent.removeFirst();
        }
    }

    private Mark second() {
        var marks = recent.iterator();
        marks.next();
        return marks.next();
    }

    private String line(long done, String note) {
        String text = String.format(Locale.ROOT, "%s %,d/%,d %s", label, done, total, unit);
        Mark first = recent.getFirst();
        double seconds = Duration.between(first.time(), clock.instant()).toMillis() / 1000.0;
        double rate = seconds > 0 ? (done - first.done()) / seconds : 0;
        if (rate > 0) {
            text += "  " + rate(rate) + "  " + time(Math.round((total - done) / rate)) + " left";
        }
        return note.isEmpty() ? text : text + "  " + note;
    }

    private String rate(double perSecond) {
        return perSecond >= 1
                ? String.format(Locale.ROOT, perSecond < 10 ? "%,.1f %s/s" : "%,.0f %s/s", perSecond, unit)
                : String.format(Locale.ROOT, "%.1f s each", 1 / perSecond);
    }

    /** Seconds as {@code 42 s}, {@code 3:07 min} or {@code 2:05 h}. */
    public static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
    }

    /** The terminal clips what does not fit, so the line never wraps, however the window is resized. */
    private void draw() {
        terminal.out().print(REWRITE + CLIP_ON + line + CLIP_OFF);
        terminal.out().flush();
        visible = true;
    }

    private void erase() {
        if (visible) {
            terminal.out().print(REWRITE);
            visible = false;
        }
    }
}
