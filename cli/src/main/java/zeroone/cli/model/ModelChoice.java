package zeroone.cli.model;

import java.nio.file.Files;
import java.nio.file.Path;
import zeroone.cli.runs.RunDirectory;

/** Which model is meant where none is named. */
public final class ModelChoice {
    private ModelChoice() {}

    /** The model of the newest finished run; without one, the base model that comes with ZeroOne. */
    public static Path newest(Path home) {
        return RunDirectory.list(home.resolve("runs")).stream()
                .filter(run -> run.state() == RunDirectory.State.FINISHED)
                .map(run -> run.path().resolve("model"))
                .filter(model -> Files.exists(model.resolve("config.json")))
                .findFirst()
                .orElse(home.resolve("models/base-tiny"));
    }
}
