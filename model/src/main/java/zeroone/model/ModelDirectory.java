package zeroone.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.GenerationConfig;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.model.huggingface.ModelFormatException;
import zeroone.model.huggingface.SafetensorsFile;
import zeroone.model.huggingface.TensorEntry;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/**
 * A model as a Hugging Face directory: {@code config.json}, {@code model.safetensors}, {@code generation_config.json},
 * and the files of its tokenizer and chat template, which are carried along untouched.
 */
public final class ModelDirectory {
    private static final String WEIGHTS = "model.safetensors";
    private static final List<String> TEXT_FILES =
            List.of("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "chat_template.jinja");

    private ModelDirectory() {}

    /**
     * Reads a model.
     *
     * @param precision what products are computed in
     * @throws ModelFormatException if a file is missing, malformed, or does not hold what the configuration promises
     */
    public static CausalLm load(Path directory, DType precision, Device device) {
        LlamaConfig config = LlamaConfig.read(directory);
        Path file = directory.resolve(WEIGHTS);
        if (!Files.exists(file) && Files.exists(directory.resolve("model.safetensors.index.json"))) {
            throw new ModelFormatException(
                    directory, "the weights are split over several files; join them into one " + WEIGHTS + " first");
        }
        try (SafetensorsFile weights = SafetensorsFile.open(file)) {
            Map<String, long[]> expected = Weights.shapes(config);
            checkNames(file, weights, expected);
            // All of them before the first is copied to native memory, which a failure halfway would leave behind.
            expected.forEach((name, shape) -> check(file, weights.tensor(name), shape));
            return Weights.assemble(config, precision, device, name -> read(file, weights.tensor(name), device));
        }
    }

    /** A model that has learned nothing yet. */
    public static CausalLm random(LlamaConfig config, DType precision, Device device, RandomGenerator random) {
        return Weights.assemble(config, precision, device, Weights.random(config, device, random));
    }

    private static void checkNames(Path file, SafetensorsFile weights, Map<String, long[]> expected) {
        List<String> missing = expected.keySet().stream()
                .filter(name -> !weights.tensors().containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new ModelFormatException(
                    file,
                    "lacks " + missing.size() + " of the " + expected.size()
                            + " tensors that config.json promises, among them " + missing.getFirst());
        }
        List<String> unknown = weights.tensors().keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .filter(name -> !name.endsWith("rotary_emb.inv_freq") && !name.equals("lm_head.weight"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ModelFormatException(
                    file,
                    "holds " + unknown.size()
                            + " tensors that a Llama decoder of this config.json does not have, among them "
                            + unknown.getFirst());
        }
    }

    private static void check(Path file, TensorEntry entry, long[] shape) {
        if (!Arrays.equals(entry.shape(), shape)) {
            throw new ModelFormatException(
                    file,
                    "tensor " + entry.name() + " has shape " + Arrays.toString(entry.shape())
                            + ": config.json promises " + Arrays.toString(shape));
        }
        dtype(file, entry);
    }

    private static DType dtype(Path file, TensorEntry entry) {
        return switch (entry.dtype()) {
            case F32 -> DType.FLOAT32;
            case BF16 -> DType.BFLOAT16;
            case F16 -> DType.FLOAT16;
            case BOOL, U8, I8, F8_E5M2, F8_E4M3, I16, U16, I32, U32, I64, U64, F64 ->
                throw new ModelFormatException(
                        file,
                        "tensor " + entry.name() + " is of type " + entry.dtype()
                                + ": weights must be F32, BF16 or F16");
        };
    }

    private static Tensor read(Path file, TensorEntry entry, Device device) {
        return Tensor.of(entry.data(), dtype(file, entry), device, entry.shape());
    }

    /**
     * Writes a model in float32, so that nothing of what was learned is lost. The weights are on disk before the
     * configuration that makes the directory a model.
     *
     * @param textFiles the directory whose tokenizer and chat template go with the model
     */
    public static void write(CausalLm model, Path directory, Path textFiles) {
        try (TensorScope _ = new TensorScope()) {
            Files.createDirectories(directory);
            for (String name : TEXT_FILES) {
                Path source = textFiles.resolve(name);
                if (Files.exists(source) && !source.equals(directory.resolve(name))) {
                    Files.copy(source, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            SafetensorsFile.write(directory.resolve(WEIGHTS), entries(model));
            LlamaConfig config = model.config().storedAs(DataType.F32);
            GenerationConfig.plain(config).write(directory);
            config.write(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model to " + directory + ": " + e.getMessage(), e);
        }
    }

    private static List<TensorEntry> entries(CausalLm model) {
        List<TensorEntry> entries = new ArrayList<>();
        Weights.named(model).forEach((name, tensor) -> entries.add(entry(name, tensor)));
        return entries;
    }

    /** A float32 tensor as an entry of a safetensors file. */
    public static TensorEntry entry(String name, Tensor tensor) {
        return new TensorEntry(
                name,
                DataType.F32,
                tensor.shape(),
                MemorySegment.ofArray(tensor.to(DType.FLOAT32).toBytes()));
    }
}
