package zeroone.cli.console;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command writes.
 *
 * @param out standard output
 * @param interactive a person watches: a line may be rewritten in place
 * @param color letters may be dim or bold
 */
public record Terminal(PrintStream out, boolean interactive, boolean color) {
    private static final String PLAIN = "\033[0m";

    /**
     * The terminal of this process. The launcher says in the system property {@code zeroone.terminal} whether standard
     * output is one.
     *
     * @param environment {@code NO_COLOR}, if not empty, and {@code TERM=dumb} turn colours off
     */
    public static Terminal of(PrintStream out, Map<String, String> environment) {
        boolean interactive = Boolean.getBoolean("zeroone.terminal") && !"dumb".equals(environment.get("TERM"));
        boolean color = interactive && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(out, interactive, color);
    }

    /** Writes to a file or a pipe: whole lines, no control sequences. */
    public static Terminal plain(PrintStream out) {
        return new Terminal(out, false, false);
    }

    public String dim(String text) {
        return styled("\033[2m", text);
    }

    public String bold(String text) {
        return styled("\033[1m", text);
    }

    private String styled(String style, String text) {
        return color && !text.isEmpty() ? style + text + PLAIN : text;
    }
}
