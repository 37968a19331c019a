package zeroone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.cli.console.Interrupts;
import zeroone.cli.console.Terminal;
import zeroone.cli.model.ReasoningModel;
import zeroone.cli.recipe.RecipeFile;
import zeroone.cli.train.Outcome;
import zeroone.cli.train.PretrainingRecipe;
import zeroone.cli.train.PretrainingRun;
import zeroone.cli.train.ReinforcementLearningRecipe;
import zeroone.cli.train.ReinforcementLearningRun;
import zeroone.cli.train.RunLock;
import zeroone.cli.train.RunPlacement;
import zeroone.tasks.Task;
import zeroone.tasks.catalog.FileTask;
import zeroone.tasks.catalog.ProblemFile;
import zeroone.tasks.catalog.Tasks;
import zeroone.training.runlog.RunDirectory;

/** Runs a recipe: makes or improves a model. */
@Command(
        name = "train",
        description = {
            "Runs a recipe. Without one: reinforcement learning on the bundled base model, minutes on a laptop CPU.",
            "Ctrl-C stops after the present step; the same command goes on from there."
        })
final class TrainCommand implements Callable<Integer> {
    /** The longest that a termination by the system waits for the present step. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "RECIPE",
            description = "A TOML file (default: recipes/tiny.toml of ZeroOne).")
    private Optional<Path> recipe = Optional.empty();

    @Option(
            names = {"-s", "--set"},
            paramLabel = "KEY=VALUE",
            description = "Replaces a value of the recipe, e.g. -s rl.steps=20. May be given several times.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the run, instead of the recipe's.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--dir", paramLabel = "DIR", description = "Where runs lie (default: runs/ of ZeroOne).")
    private Optional<Path> runs = Optional.empty();

    @Option(names = "--dry-run", description = "Show the recipe in full, with every default, and stop.")
    private boolean dryRun;

    @ArgGroup
    private Again again = new Again();

    private static final class Again {
        @Option(names = "--fresh", description = "Start anew, even if there is an unfinished run of this recipe.")
        private boolean fresh;

        @Option(names = "--resume", description = "Go on with an unfinished run of this recipe; there must be one.")
        private boolean resume;

        private RunPlacement.Wish wish() {
            return fresh ? RunPlacement.Wish.FRESH : resume ? RunPlacement.Wish.RESUME : RunPlacement.Wish.EITHER;
        }
    }

    TrainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path file = recipe.map(this::find).orElse(surroundings.home().resolve("recipes/tiny.toml"));
        List<String> replaced = new ArrayList<>(overrides);
        name.ifPresent(chosen -> replaced.add("name=" + chosen));
        return switch (RecipeFile.kind(file)) {
            case ReinforcementLearningRecipe.KIND ->
                reinforcementLearning(RecipeFile.read(file, ReinforcementLearningRecipe.class, replaced));
            case PretrainingRecipe.KIND -> pretraining(RecipeFile.read(file, PretrainingRecipe.class, replaced));
            case String other ->
                throw new UserException(file + ": kind = \"" + other + "\": must be \""
                        + ReinforcementLearningRecipe.KIND + "\" or \"" + PretrainingRecipe.KIND + "\"");
        };
    }

    private int reinforcementLearning(ReinforcementLearningRecipe config) {
        Path model = surroundings.home().resolve(config.model());
        if (!dryRun) {
            ReasoningModel.require(model);
        }
        return run(
                config,
                config.name(),
                (directory, terminal, interrupts) -> new ReinforcementLearningRun(
                                config,
                                task(config.task()),
                                model,
                                directory,
                                terminal,
                                surroundings.clock(),
                                interrupts::stopRequested)
                        .run());
    }

    private Task task(String name) {
        if (!FileTask.isFile(name)) {
            return Tasks.named(name);
        }
        Path file = surroundings.home().resolve(name);
        try {
            return FileTask.of(file, ProblemFile.read(file));
        } catch (NoSuchFileException missing) {
            throw new UserException("there is no file " + file + " to train with", missing);
        } catch (IOException | IllegalArgumentException failure) {
            throw new UserException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private int pretraining(PretrainingRecipe config) {
        return run(config, config.name(), (directory, terminal, interrupts) -> {
            boolean finished = new PretrainingRun(config, directory, terminal, interrupts::stopRequested).run();
            if (finished) {
                terminal.out().println("Written: " + directory.model());
            }
            return finished ? Outcome.FINISHED : Outcome.STOPPED;
        });
    }

    private interface Run {
        Outcome run(RunDirectory directory, Terminal terminal, Interrupts interrupts);
    }

    private int run(Record config, String runName, Run run) {
        if (dryRun) {
            surroundings.out().print(RecipeFile.write(config));
            return 0;
        }
        RunPlacement placement =
                RunPlacement.find(runs.orElse(surroundings.home().resolve("runs")), runName, config, again.wish());
        RunDirectory directory = placement.make(config);
        surroundings
                .out()
                .println(
                        placement.resumed()
                                ? "Resuming the unfinished run in " + directory.path() + " (--fresh starts another)."
                                : "Run " + directory.path());
        try (RunLock _ = RunLock.take(directory);
                Interrupts interrupts = Interrupts.install(surroundings.out(), GRACE)) {
            Outcome outcome = run.run(directory, surroundings.terminal(), interrupts);
            return switch (outcome) {
                case FINISHED -> 0;
                case STOPPED -> {
                    surroundings.out().println("Stopped. The same command goes on from here.");
                    yield Interrupts.EXIT_CODE;
                }
            };
        }
    }

    /** A recipe of one's own, or one of ZeroOne's. */
    private Path find(Path given) {
        Path bundled = surroundings.home().resolve(given);
        return Files.exists(given) || !Files.exists(bundled) ? given : bundled;
    }
}
