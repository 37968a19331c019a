package zeroone.cli.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.cli.recipe.RecipeFile;

/**
 * One run as its files tell it. A line of {@code metrics.jsonl} that a killed process left half written does not count.
 *
 * @param lines whole lines of {@code metrics.jsonl}
 * @param lastMetrics the last of them
 * @param changed when the run last wrote something
 */
public record RunDirectory(Path path, State state, long lines, Optional<ObjectNode> lastMetrics, Instant changed) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String METRICS = "metrics.jsonl";
    private static final String REPORT = "report.json";

    /** How far a run came. */
    public enum State {
        /** It has a report, or, having none to write, its model. */
        FINISHED,
        /** It has metrics and is not finished: it is going on, or was stopped and can be resumed. */
        UNFINISHED,
        /** It has neither. */
        EMPTY
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** The runs in a directory, the latest first; directories that are no runs are left out. */
    public static List<RunDirectory> list(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(runs)) {
            return children.filter(RunDirectory::isRun)
                    .map(RunDirectory::read)
                    .sorted(Comparator.comparing(RunDirectory::changed)
                            .reversed()
                            .thenComparing(RunDirectory::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the runs in " + runs + ": " + e.getMessage(), e);
        }
    }

    /** Whether the run has made everything it is for. */
    public static boolean finished(Path path) {
        // Pretraining ends with its model; its recipe is what says that there will be no report.
        Path recipe = path.resolve("recipe.toml");
        return Files.exists(path.resolve(REPORT))
                || (Files.exists(path.resolve("model/config.json"))
                        && Files.exists(recipe)
                        && RecipeFile.kind(recipe).equals("pretraining"));
    }

    /** Reads one run; the directory must exist. */
    public static RunDirectory read(Path path) {
        Path metrics = path.resolve(METRICS);
        Path report = path.resolve(REPORT);
        try {
            List<ObjectNode> rows = Files.exists(metrics) ? rows(metrics) : List.of();
            State state = finished(path) ? State.FINISHED : rows.isEmpty() ? State.EMPTY : State.UNFINISHED;
            Instant changed = Instant.EPOCH;
            for (Path file : List.of(path, metrics, report)) {
                if (Files.exists(file)) {
                    Instant time = Files.getLastModifiedTime(file).toInstant();
                    changed = time.isAfter(changed) ? time : changed;
                }
            }
            Optional<ObjectNode> last = rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
            return new RunDirectory(path, state, rows.size(), last, changed);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the run " + path + ": " + e.getMessage(), e);
        }
    }

    /** The files and directories of the run, by name. */
    public List<Path> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the run " + path + ": " + e.getMessage(), e);
        }
    }

    private static boolean isRun(Path path) {
        return Files.isDirectory(path)
                && (Files.exists(path.resolve(METRICS))
                        || Files.exists(path.resolve(REPORT))
                        || Files.exists(path.resolve("recipe.toml")));
    }

    private static List<ObjectNode> rows(Path metrics) throws IOException {
        try (Stream<String> lines = Files.lines(metrics)) {
            return lines.map(RunDirectory::row).flatMap(Optional::stream).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<ObjectNode> row(String line) {
        try {
            return JSON.readTree(line) instanceof ObjectNode row ? Optional.of(row) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
