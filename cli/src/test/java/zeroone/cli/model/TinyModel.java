package zeroone.cli.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.text.CounterRandom;
import zeroone.text.template.ChatTemplate;
import zeroone.text.tokenizer.HuggingFaceTokenizer;
import zeroone.text.tokenizer.TokenizerFile;

/** Directories of models that have learned nothing, small enough to train in a test. */
public final class TinyModel {
    private TinyModel() {}

    /** Writes a model of 128 positions. */
    public static Path write(Path directory) {
        return write(directory, 128);
    }

    public static Path write(Path directory, int positions) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TokenizerFile.of(List.of("Use ", ", ", " and ", " make ")).write(directory, ChatTemplate.PLAIN_SOURCE);
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.load(directory);
                CausalLm model = ModelDirectory.random(
                        config(tokenizer, positions),
                        DType.FLOAT32,
                        Device.CPU,
                        CounterRandom.of(7).sequence())) {
            ModelDirectory.write(model, directory, directory);
        }
        return directory;
    }

    private static LlamaConfig config(HuggingFaceTokenizer tokenizer, int positions) {
        return new LlamaConfig(
                tokenizer.vocabularySize(),
                32,
                64,
                2,
                4,
                1,
                8,
                10_000,
                1e-5,
                positions,
                true,
                DataType.F32,
                List.of(tokenizer.reserved().endOfTurn()),
                OptionalInt.empty(),
                OptionalInt.of(tokenizer.reserved().padding()));
    }
}
