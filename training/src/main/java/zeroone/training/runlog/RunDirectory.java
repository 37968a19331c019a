package zeroone.training.runlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a run keeps what it makes: the resolved recipe, {@code metrics.jsonl}, {@code attempts.jsonl}, {@code
 * checkpoints/}, the trained model in {@code model/}, and the report.
 */
public record RunDirectory(Path path) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /**
     * @throws IllegalArgumentException if the name could lead outside the directory of runs
     */
    public static RunDirectory of(Path runs, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a run's name is letters, digits, '.', '_' and '-', at most 100, and starts with a letter or digit: "
                            + name);
        }
        return new RunDirectory(runs.resolve(name));
    }

    public RunDirectory create() {
        try {
            Files.createDirectories(path);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the run directory " + path + ": " + e.getMessage(), e);
        }
    }

    public Path recipe() {
        return path.resolve("recipe.toml");
    }

    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    public Path attempts() {
        return path.resolve("attempts.jsonl");
    }

    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    public Path model() {
        return path.resolve("model");
    }
}
