package zeroone.cli.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import zeroone.cli.console.ProgressLine;
import zeroone.cli.console.Terminal;
import zeroone.cli.train.PretrainingRecipe.DecoderShape;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.catalog.Tasks;
import zeroone.tensor.Device;
import zeroone.text.CounterRandom;
import zeroone.text.template.ChatTemplate;
import zeroone.text.template.PromptEncoder;
import zeroone.text.tokenizer.HuggingFaceTokenizer;
import zeroone.text.tokenizer.TokenizerFile;
import zeroone.training.checkpoint.Checkpoints;
import zeroone.training.pretrain.Pretraining;
import zeroone.training.pretrain.PretrainingConfig;
import zeroone.training.pretrain.WordPieces;
import zeroone.training.pretrain.WorkedSolutionCorpus;
import zeroone.training.runlog.JsonLines;
import zeroone.training.runlog.RunDirectory;

/** Makes a base model: vocabulary, pretraining, a Hugging Face directory. Continues from the newest checkpoint. */
public final class PretrainingRun {
    private static final int VOCABULARY_DOCUMENTS = 2_000; // per task
    private static final int PIECE_MINIMUM = 20;
    private static final int CHECKPOINTS_KEPT = 2;
    private static final int REPORT_EVERY = 20;

    private final PretrainingRecipe recipe;
    private final RunDirectory directory;
    private final Terminal terminal;
    private final BooleanSupplier stop;

    public PretrainingRun(PretrainingRecipe recipe, RunDirectory directory, Terminal terminal, BooleanSupplier stop) {
        this.recipe = recipe;
        this.directory = directory;
        this.terminal = terminal;
        this.stop = stop;
    }

    /** @return whether the run is complete; if not, it was stopped and can be continued */
    public boolean run() {
        Map<Task, Double> shares = new HashMap<>();
        recipe.pretraining().tasks().forEach((name, share) -> shares.put(Tasks.named(name), share));
        Path text = makeTokenizer(shares.keySet());
        Checkpoints checkpoints = new Checkpoints(directory.checkpoints(), text, CHECKPOINTS_KEPT);
        Optional<Path> checkpoint = checkpoints.newest();
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.load(text);
        PretrainingConfig config = recipe.pretraining();
        WorkedSolutionCorpus corpus = new WorkedSolutionCorpus(
                shares, PromptEncoder.of(tokenizer, ChatTemplate.load(text)), tokenizer, config.seed());
        try (CausalLm model = model(checkpoint, tokenizer);
                Pretraining pretraining = new Pretraining(model, corpus, config, cores())) {
            checkpoint.ifPresent(path -> {
                Checkpoints.restore(path, model, pretraining.optimizer());
                pretraining.resume(Checkpoints.progress(path, Pretraining.Progress.class));
            });
            train(pretraining, model, checkpoints);
            if (pretraining.progress().step() < config.steps()) {
                return false;
            }
            ModelDirectory.write(model, directory.model(), text);
            return true;
        }
    }

    private void train(Pretraining pretraining, CausalLm model, Checkpoints checkpoints) {
        PretrainingConfig config = recipe.pretraining();
        int start = pretraining.progress().step();
        terminal.out()
                .printf(
                        "%,d weights, %,d tokens to read%s%n",
                        model.parameterCount(),
                        (long) config.steps() * config.tokensPerStep(),
                        start == 0 ? "" : ", from step " + start);
        try (JsonLines metrics = JsonLines.continuing(
                        directory.metrics(), line -> line.path("step").asInt() <= start);
                ProgressLine progress =
                        new ProgressLine(terminal, "pretraining", "steps", config.steps(), InstantSource.system())) {
            while (pretraining.progress().step() < config.steps() && !stop.getAsBoolean()) {
                Pretraining.StepReport report = pretraining.step();
                metrics.write(report);
                if (report.step() % REPORT_EVERY == 0) {
                    progress.update(
                            report.step(),
                            "loss %.3f, %,.0f tokens/s".formatted(report.loss(), report.tokens() / report.seconds()));
                }
                if (report.step() % config.checkpointEvery() == 0) {
                    checkpoints.save(report.step(), model, pretraining.optimizer(), pretraining.progress());
                }
            }
            if (stop.getAsBoolean()) {
                checkpoints.save(pretraining.progress().step(), model, pretraining.optimizer(), pretraining.progress());
            }
        }
    }

    private int cores() {
        if (Device.named(recipe.device()) != Device.CPU) {
            return 1;
        }
        return recipe.threads() == 0 ? Runtime.getRuntime().availableProcessors() : recipe.threads();
    }

    private CausalLm model(Optional<Path> checkpoint, HuggingFaceTokenizer tokenizer) {
        Device device = Device.named(recipe.device());
        if (checkpoint.isPresent()) {
            return ModelDirectory.load(
                    Checkpoints.model(checkpoint.get()), recipe.precision().dtype(), device);
        }
        DecoderShape shape = recipe.model();
        LlamaConfig config = new LlamaConfig(
                tokenizer.vocabularySize(),
                shape.hiddenSize(),
                shape.intermediateSize(),
                shape.layers(),
                shape.heads(),
                shape.keyValueHeads(),
                shape.headSize(),
                shape.ropeTheta(),
                1e-5,
                shape.contextLength(),
                true,
                DataType.F32,
                List.of(tokenizer.reserved().endOfTurn()),
                OptionalInt.empty(),
                OptionalInt.of(tokenizer.reserved().padding()));
        return ModelDirectory.random(
                config,
                recipe.precision().dtype(),
                device,
                new SplittableRandom(recipe.pretraining().seed()));
    }

    /** The tokenizer is a function of the recipe, so a run that continues gets the one it had. */
    private Path makeTokenizer(Iterable<Task> tasks) {
        List<String> texts = new ArrayList<>();
        for (Task task : tasks) {
            for (int i = 0; i < VOCABULARY_DOCUMENTS; i++) {
                Problem problem = task.problems()
                        .problem(Split.TRAIN, recipe.pretraining().seed(), i);
                WorkedSolution solution = task.workedSolutions()
                        .write(problem, CounterRandom.of(i).sequence());
                texts.addAll(List.of(problem.prompt(), solution.thought(), solution.answer()));
            }
        }
        String split = recipe.text().orElse(TextKind.SUMS).split();
        List<String> pieces = WordPieces.frequent(texts, split, PIECE_MINIMUM);
        Path text = directory.path().resolve("tokenizer");
        try {
            Files.createDirectories(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the directory " + text + ": " + e.getMessage(), e);
        }
        new TokenizerFile(split, pieces, 64).write(text, ChatTemplate.PLAIN_SOURCE);
        return text;
    }
}
