package zeroone.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import zeroone.cli.runs.RunDirectory;

/** Lists runs, or shows one. */
@Command(name = "runs", description = "Lists the runs, the latest first, or shows one.")
final class RunsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "The name of a run, or its directory.")
    private Optional<String> run = Optional.empty();

    @Option(names = "--dir", paramLabel = "DIR", description = "Where the runs lie (default: runs/ of ZeroOne).")
    private Optional<Path> given = Optional.empty();

    RunsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path directory = given.orElse(surroundings.home().resolve("runs"));
        if (run.isPresent()) {
            show(RunDirectory.read(find(directory, run.get())));
        } else {
            list(directory, RunDirectory.list(directory));
        }
        return 0;
    }

    private Path find(Path directory, String name) {
        return List.of(directory.resolve(name), Path.of(name)).stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "there is no run " + name + " in " + directory + "; './zeroone runs' lists those there are"));
    }

    private void list(Path directory, List<RunDirectory> runs) {
        PrintStream out = surroundings.out();
        if (runs.isEmpty()) {
            out.println("There are no runs in " + directory + " yet; './zeroone train' makes one.");
            return;
        }
        int width =
                Math.max(4, runs.stream().mapToInt(r -> r.name().length()).max().orElse(0));
        String format = "%-" + width + "s  %-10s  %-12s  %s%n";
        out.printf(format, "run", "state", "changed", "last");
        for (RunDirectory each : runs) {
            out.printf(
                    format,
                    each.name(),
                    each.state().name().toLowerCase(Locale.ROOT),
                    age(each.changed()),
                    each.lastMetrics().map(row -> numbers(row, 4)).orElse("-"));
        }
    }

    private void show(RunDirectory shown) {
        PrintStream out = surroundings.out();
        out.println(shown.path() + ": " + shown.state().name().toLowerCase(Locale.ROOT) + ", " + shown.lines()
                + " rows of metrics, changed " + age(shown.changed()));
        shown.lastMetrics().ifPresent(row -> {
            out.println();
            row.properties().forEach(metric -> out.printf("  %-32s %s%n", metric.getKey(), text(metric.getValue())));
        });
        out.println();
        shown.files().forEach(file -> out.println("  " + file + (Files.isDirectory(file) ? "/" : "")));
    }

    private static String numbers(JsonNode row, int most) {
        return String.join(
                ", ",
                row.properties().stream()
                        .filter(metric -> metric.getValue().isNumber())
                        .limit(most)
                        .map(metric -> metric.getKey() + " " + text(metric.getValue()))
                        .toList());
    }

    private static String text(JsonNode value) {
        return value.isFloatingPointNumber() ? String.format(Locale.ROOT, "%.4g", value.asDouble()) : value.toString();
    }

    private String age(Instant time) {
        Duration age = Duration.between(time, surroundings.clock().instant());
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1 ? age.toHours() + " h ago" : age.toDays() + " days ago";
    }
}
