package zeroone.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import zeroone.cli.console.Terminal;

/**
 * What a command takes from the process it runs in.
 *
 * @param home the directory that ZeroOne lies in, with {@code recipes/} and the bundled models
 */
record Surroundings(
        InputStream in, PrintStream out, PrintStream err, Clock clock, Map<String, String> environment, Path home) {
    Terminal terminal() {
        return Terminal.of(out, environment);
    }
}
