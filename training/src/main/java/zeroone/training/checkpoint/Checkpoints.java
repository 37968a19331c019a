package zeroone.training.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.model.huggingface.SafetensorsFile;
import zeroone.model.huggingface.TensorEntry;
import zeroone.tensor.AdamW;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/**
 * The checkpoints of a run, {@code step-NNNNNN} each: the model as a Hugging Face directory, the optimiser state, and
 * where the run stands. Everything random is a function of counters, so this is all that a run needs to go on exactly as
 * if it had never stopped.
 *
 * <p>A checkpoint is written under another name and renamed when complete: one that can be seen can be used.
 */
public final class Checkpoints {
    private static final String PREFIX = "step-";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Path directory;
    private final Path textFiles;
    private final int kept;

    /**
     * @param directory made when the first checkpoint is saved
     * @param textFiles the directory whose tokenizer goes with the model
     * @param kept how many of the newest checkpoints stay
     */
    public Checkpoints(Path directory, Path textFiles, int kept) {
        if (kept < 1) {
            throw new IllegalArgumentException("at least one checkpoint must be kept: " + kept);
        }
        this.directory = directory;
        this.textFiles = textFiles;
        this.kept = kept;
    }

    /**
     * @param progress a record that says where the run stands; written as JSON
     */
    public void save(int step, CausalLm model, AdamW optimizer, Object progress) {
        Path target = directory.resolve(PREFIX + "%06d".formatted(step));
        Path partial = directory.resolve("." + target.getFileName() + ".partial");
        try {
            delete(partial);
            ModelDirectory.write(model, partial.resolve("model"), textFiles);
            SafetensorsFile.write(partial.resolve("optimizer.safetensors"), optimizerState(model, optimizer));
            Files.writeString(
                    partial.resolve("progress.json"), JSON.writeValueAsString(progress) + System.lineSeparator());
            delete(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            List<Path> all = list();
            for (Path old : all.subList(0, Math.max(0, all.size() - kept))) {
                delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot save the checkpoint " + target + ": " + e.getMessage() + "; the ones before it are intact",
                    e);
        }
    }

    /** The newest complete checkpoint. */
    public Optional<Path> newest() {
        List<Path> all = list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Where the model of a checkpoint lies. */
    public static Path model(Path checkpoint) {
        return checkpoint.resolve("model");
    }

    /** Where the run stood. */
    public static <T> T progress(Path checkpoint, Class<T> type) {
        return JSON.readValue(checkpoint.resolve("progress.json").toFile(), type);
    }

    /** Gives the optimiser the state it had; the model must have been loaded from {@link #model}. */
    public static void restore(Path checkpoint, CausalLm model, AdamW optimizer) {
        try (SafetensorsFile file = SafetensorsFile.open(checkpoint.resolve("optimizer.safetensors"));
                TensorScope _ = new TensorScope()) {
            List<Tensor> means = new ArrayList<>();
            List<Tensor> squares = new ArrayList<>();
            for (Parameter parameter : model.parameters()) {
                means.add(tensor(file.tensor("mean." + parameter.name()), model.device()));
                squares.add(tensor(file.tensor("square." + parameter.name()), model.device()));
            }
            long steps = Math.round(tensor(file.tensor("steps"), Device.CPU).item());
            optimizer.restore(steps, means, squares);
        }
    }

    private static Tensor tensor(TensorEntry entry, Device device) {
        return Tensor.of(entry.data(), DType.FLOAT32, device, entry.shape());
    }

    private static List<TensorEntry> optimizerState(CausalLm model, AdamW optimizer) {
        try (TensorScope _ = new TensorScope()) {
            List<TensorEntry> entries = new ArrayList<>();
            List<Parameter> parameters = model.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                entries.add(ModelDirectory.entry("mean." + parameters.get(i).name(), optimizer.mean(i)));
                entries.add(ModelDirectory.entry("square." + parameters.get(i).name(), optimizer.square(i)));
            }
            entries.add(ModelDirectory.entry("steps", Tensor.of(new float[] {optimizer.steps()}, Device.CPU, 1)));
            return entries;
        }
    }

    private List<Path> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the checkpoints in " + directory, e);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
