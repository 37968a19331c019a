package zeroone.cli.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zeroone.cli.console.Terminal;
import zeroone.cli.console.ThoughtPrinter;
import zeroone.cli.console.VerdictText;
import zeroone.cli.model.ReasoningModel;
import zeroone.engine.EngineGroup;
import zeroone.evaluation.report.Report;
import zeroone.evaluation.report.SampleProblem;
import zeroone.evaluation.report.SampleThought;
import zeroone.evaluation.report.Timing;
import zeroone.model.ModelDirectory;
import zeroone.tasks.Grader;
import zeroone.tasks.Problem;
import zeroone.tasks.Task;
import zeroone.tensor.Device;
import zeroone.text.generation.Generator;
import zeroone.text.generation.ThinkingBudget;
import zeroone.training.checkpoint.Checkpoints;
import zeroone.training.rl.ReinforcementLearning;
import zeroone.training.rl.Rollout;
import zeroone.training.rl.RolloutGroup;
import zeroone.training.runlog.RunDirectory;

/**
 * The main job: shows what the base model makes of three problems, trains it, draws both curves for base and trained
 * model, and shows the same problems again. Goes on from the newest checkpoint of its directory, if there is one, exactly
 * as if it had never stopped.
 */
public final class ReinforcementLearningRun {
    private static final String BASE = "base";
    private static final String TRAINED = "trained";
    private static final int SAMPLE_EVERY = 10;
    private static final int CHECKPOINTS_KEPT = 2;

    private final ReinforcementLearningRecipe recipe;
    private final Path baseModel;
    private final RunDirectory directory;
    private final Terminal terminal;
    private final InstantSource clock;
    private final BooleanSupplier stop;

    private final Device device;
    private final Task task;
    private final Grader grader = new Grader(Duration.ofSeconds(10));
    private final Checkpoints checkpoints;
    private final Showcase showcase;

    /**
     * @param task the one that the recipe names
     * @param baseModel the directory that the recipe's model lies in
     * @param directory of the run; exists
     * @param stop whether to stop; asked after each step, and more often where nothing is lost
     */
    public ReinforcementLearningRun(
            ReinforcementLearningRecipe recipe,
            Task task,
            Path baseModel,
            RunDirectory directory,
            Terminal terminal,
            InstantSource clock,
            BooleanSupplier stop) {
        this.recipe = recipe;
        this.baseModel = baseModel;
        this.directory = directory;
        this.terminal = terminal;
        this.clock = clock;
        this.stop = stop;
        this.device = Device.named(recipe.device().name());
        this.task = task;
        this.checkpoints = new Checkpoints(directory.checkpoints(), baseModel, CHECKPOINTS_KEPT);
        this.showcase = new Showcase(
                task,
                grader,
                new ThinkingBudget(
                        recipe.curves().thoughtTokens(), recipe.curves().answerTokens()),
                recipe.curves().seed());
    }

    public Outcome run() {
        Optional<Path> checkpoint = checkpoints.newest();
        try (ReasoningModel policy = load(checkpoint.map(Checkpoints::model).orElse(baseModel));
                EngineGroup engine = policy.learningEngines(recipe.maxSequences(), cores());
                ReinforcementLearning learning = learning(policy, engine);
                TrainingLog log = new TrainingLog(directory, resume(checkpoint, policy, learning))) {
            say(engine.memoryPlan().toString());
            if (checkpoint.isEmpty()) {
                say("Three problems that it will not see in training, and what the base model makes of them:");
                showcase.show(BASE, policy, engine, terminal);
            }
            train(policy, engine, learning, log);
            ModelDirectory.write(policy.weights(), directory.model(), baseModel);
            report(policy, engine, log);
            return Outcome.FINISHED;
        } catch (StopRequested stopped) {
            return Outcome.STOPPED;
        }
    }

    /** A GPU does its own parallel work. */
    private int cores() {
        if (device != Device.CPU) {
            return 1;
        }
        return recipe.threads() == 0 ? Runtime.getRuntime().availableProcessors() : recipe.threads();
    }

    private ReasoningModel load(Path model) {
        return ReasoningModel.load(model, recipe.precision().dtype(), device);
    }

    private ReinforcementLearning learning(ReasoningModel policy, EngineGroup engine) {
        return new ReinforcementLearning(
                policy.weights(),
                watched(engine, policy, "sampling", () -> false),
                policy.prompts(),
                policy.tokenizer(),
                task,
                grader,
                recipe.rl(),
                cores());
    }

    /** Brings the optimiser and the counters back; the weights have been loaded from the checkpoint already. */
    private OptionalInt resume(Optional<Path> checkpoint, ReasoningModel policy, ReinforcementLearning learning) {
        if (checkpoint.isEmpty()) {
            return OptionalInt.empty();
        }
        Checkpoints.restore(checkpoint.get(), policy.weights(), learning.optimizer());
        learning.resume(Checkpoints.progress(checkpoint.get(), ReinforcementLearning.Progress.class));
        say("Going on after step " + learning.progress().step() + " of "
                + recipe.rl().steps() + ".");
        return OptionalInt.of(learning.progress().step());
    }

    private void train(ReasoningModel policy, EngineGroup engine, ReinforcementLearning learning, TrainingLog log) {
        int steps = recipe.rl().steps();
        ValidationProbe probe = new ValidationProbe(policy, task, grader, recipe.rl());
        Generator generator = watched(engine, policy, "evaluating", () -> false);
        StepLine line = new StepLine(steps);
        if (learning.progress().step() == 0) {
            ValidationProbe.Reading before = probe.read(generator);
            log.start(before);
            say("Accuracy before training: " + StepLine.accuracy(before) + " on " + before.n()
                    + " validation problems.");
        }
        if (learning.progress().step() < steps) {
            say(StepLine.header());
        }
        while (learning.progress().step() < steps) {
            ReinforcementLearning.Step step = learning.step();
            int number = step.report().step();
            boolean last = number == steps;
            Optional<ValidationProbe.Reading> reading =
                    last || number % recipe.rl().evaluateEvery() == 0
                            ? Optional.of(probe.read(generator))
                            : Optional.empty();
            log.step(step, reading);
            say(line.of(step.report(), reading));
            if (number % SAMPLE_EVERY == 0) {
                showSample(step.groups());
            }
            boolean stopping = stop.getAsBoolean();
            if (last || stopping || number % recipe.rl().checkpointEvery() == 0) {
                checkpoints.save(number, policy.weights(), learning.optimizer(), learning.progress());
            }
            if (stopping) {
                throw new StopRequested();
            }
        }
    }

    private void showSample(List<RolloutGroup> groups) {
        RolloutGroup group = groups.getFirst();
        Rollout rollout = group.rollouts().getFirst();
        say("    " + group.problem().prompt());
        say("    " + terminal.dim(ThoughtPrinter.printable(rollout.thought()).strip()));
        say("    " + terminal.bold(ThoughtPrinter.printable(rollout.answer()).strip()) + "  ("
                + VerdictText.of(rollout.grade()) + ")");
    }

    /** Measures both models, shows the three problems again, and writes everything down. */
    private void report(ReasoningModel policy, EngineGroup engine, TrainingLog log) {
        Instant start = clock.instant();
        say("");
        say("Both models on " + recipe.curves().problems() + " test problems, by how long they may think:");
        TestTimeCurves curves = new TestTimeCurves(recipe.curves(), task, grader, terminal);
        TestTimeCurves.Measured base;
        List<SampleThought> baseThoughts;
        try (ReasoningModel model = load(baseModel);
                EngineGroup baseEngine = model.learningEngines(recipe.maxSequences(), cores())) {
            base = curves.measure(BASE, model, watched(baseEngine, model, "measuring the base model", stop));
            baseThoughts = showcase.think(BASE, model, baseEngine);
        }
        TestTimeCurves.Measured trained =
                curves.measure(TRAINED, policy, watched(engine, policy, "measuring the trained model", stop));
        List<SampleProblem> samples = sideBySide(baseThoughts, showcase.think(TRAINED, policy, engine));
        say("");
        say("The three problems again, before and after training:");
        Showcase.show(samples, terminal);
        Duration evaluating = Duration.between(start, clock.instant());
        Report report = new Report(
                directory.path().getFileName().toString(),
                task.name(),
                List.of(BASE, TRAINED),
                RecipeSettings.of(recipe),
                log.curve(),
                Stream.concat(base.points().stream(), trained.points().stream()).toList(),
                ordered(base.behaviour(), trained.behaviour()),
                samples,
                ordered(base.counts(), trained.counts()),
                new Timing(clock.instant(), Duration.ofMillis(Math.round(1000 * log.trainingSeconds())), evaluating),
                List.of("./zeroone train " + directory.recipe()));
        write(report);
    }

    private void write(Report report) {
        try {
            List<Path> files = report.writeTo(directory.path());
            say("Written:");
            files.forEach(file -> say("  " + file));
            say("  " + directory.model() + "   the trained model");
            say("  " + directory.metrics() + "   a line a step");
            say("  " + directory.attempts() + "   samples of every step");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the report to " + directory.path() + ": " + e.getMessage()
                            + "; the trained model is safe, the same command measures it again",
                    e);
        }
    }

    private List<SampleProblem> sideBySide(List<SampleThought> before, List<SampleThought> after) {
        List<Problem> problems = showcase.problems();
        return IntStream.range(0, problems.size())
                .mapToObj(i -> new SampleProblem(problems.get(i).prompt(), List.of(before.get(i), after.get(i))))
                .toList();
    }

    private static <T> Map<String, T> ordered(T base, T trained) {
        Map<String, T> map = new LinkedHashMap<>();
        map.put(BASE, base);
        map.put(TRAINED, trained);
        return map;
    }

    private Generator watched(Generator engine, ReasoningModel model, String label, BooleanSupplier stopping) {
        return new WatchedGenerator(engine, model.tokenizer().reserved().endOfTurn(), label, terminal, clock, stopping);
    }

    private void say(String line) {
        terminal.out().println(line);
    }
}
