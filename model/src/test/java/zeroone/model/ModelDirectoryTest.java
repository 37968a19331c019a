package zeroone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.model.huggingface.ModelFormatException;
import zeroone.model.huggingface.SafetensorsFile;
import zeroone.model.huggingface.TensorEntry;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Parameter;
import zeroone.tensor.TensorScope;

class ModelDirectoryTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    private Path temporary;

    private Path directory;

    @BeforeEach
    void writeAModel() {
        directory = temporary.resolve("model");
        try (CausalLm model = TinyModels.random(TinyModels.config(4, 2, false), DType.FLOAT32, 1)) {
            ModelDirectory.write(model, directory, temporary);
        }
    }

    private static CausalLm load(Path directory) {
        return ModelDirectory.load(directory, DType.FLOAT32, Device.CPU);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_written_is_read_back_and_written_again_to_the_same_bytes(boolean tied) {
        Path first = temporary.resolve("first");
        Path second = temporary.resolve("second");
        try (CausalLm model = TinyModels.random(TinyModels.config(4, 2, tied), DType.BFLOAT16, 9)) {
            ModelDirectory.write(model, first, temporary);
            try (CausalLm read = load(first)) {
                assertThat(read.config()).isEqualTo(model.config());
                assertThat(weights(read)).isDeepEqualTo(weights(model));
                ModelDirectory.write(read, second, first);
            }
        }
        for (String name : List.of("model.safetensors", "config.json", "generation_config.json")) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
    }

    private static float[][] weights(CausalLm model) {
        return model.parameters().stream().map(p -> p.value().toFloats()).toArray(float[][]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tied", "untied"})
    void the_weights_that_transformers_wrote_survive_loading_and_writing(String name) {
        Path copy = temporary.resolve("copy");
        try (CausalLm model = load(GOLDEN.resolve(name))) {
            ModelDirectory.write(model, copy, GOLDEN.resolve(name));
        }
        assertThat(copy.resolve("model.safetensors"))
                .hasSameBinaryContentAs(GOLDEN.resolve(name).resolve("model.safetensors"));
    }

    @Test
    void a_model_is_written_in_float32_and_its_configuration_says_so() {
        Path copy = temporary.resolve("copy");
        try (CausalLm model = ModelDirectory.load(GOLDEN.resolve("bfloat16"), DType.BFLOAT16, Device.CPU)) {
            assertThat(model.config().dtype()).isEqualTo(DataType.BF16);
            ModelDirectory.write(model, copy, GOLDEN.resolve("bfloat16"));
        }
        try (SafetensorsFile file = SafetensorsFile.open(copy.resolve("model.safetensors"))) {
            assertThat(file.tensors().values()).extracting(TensorEntry::dtype).containsOnly(DataType.F32);
        }
        assertThat(LlamaConfig.read(copy).dtype()).isEqualTo(DataType.F32);
    }

    @Test
    void a_model_without_an_end_of_sequence_can_be_written() {
        LlamaConfig c = TinyModels.config(4, 2, true);
        LlamaConfig endless = new LlamaConfig(
                c.vocabularySize(),
                c.hiddenSize(),
                c.intermediateSize(),
                c.layers(),
                c.heads(),
                c.keyValueHeads(),
                c.headSize(),
                c.ropeTheta(),
                c.rmsNormEpsilon(),
                c.maxPositions(),
                true,
                c.dtype(),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty());
        try (CausalLm model = TinyModels.random(endless, DType.FLOAT32, 1)) {
            ModelDirectory.write(model, temporary.resolve("endless"), temporary);
        }
        try (CausalLm read = load(temporary.resolve("endless"))) {
            assertThat(read.config()).isEqualTo(endless);
        }
    }

    @Test
    void joined_projections_are_taken_apart_under_their_hugging_face_names() {
        LlamaConfig config = LlamaConfig.read(directory);
        try (CausalLm model = load(directory);
                SafetensorsFile file = SafetensorsFile.open(directory.resolve("model.safetensors"))) {
            assertThat(file.tensors().keySet())
                    .containsExactlyInAnyOrderElementsOf(Weights.shapes(config).keySet());
            Weights.shapes(config)
                    .forEach((name, shape) ->
                            assertThat(file.tensor(name).shape()).as(name).containsExactly(shape));
            float[] joined = parameter(model, "model.layers.1.self_attn.qkv_proj.weight");
            assertThat(concatenated(file, "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"))
                    .containsExactly(joined);
            assertThat(concatenated(file, "mlp.gate_proj", "mlp.up_proj"))
                    .containsExactly(parameter(model, "model.layers.1.mlp.gate_up_proj.weight"));
        }
    }

    private static float[] parameter(CausalLm model, String name) {
        return model.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .toFloats();
    }

    private static float[] concatenated(SafetensorsFile file, String... parts) {
        java.nio.FloatBuffer all = java.nio.FloatBuffer.allocate(10_000);
        for (String part : parts) {
            TensorEntry entry = file.tensor("model.layers.1." + part + ".weight");
            all.put(entry.data().toArray(java.lang.foreign.ValueLayout.JAVA_FLOAT));
        }
        return java.util.Arrays.copyOf(all.array(), all.position());
    }

    @Test
    void tokenizer_and_chat_template_go_with_the_model_untouched() throws IOException {
        Path texts = Files.createDirectory(temporary.resolve("texts"));
        Files.writeString(texts.resolve("tokenizer.json"), "{\"anything\": 1}");
        Files.writeString(texts.resolve("chat_template.jinja"), "{{ x }}");
        Files.writeString(texts.resolve("secret.txt"), "not for others");
        Path copy = temporary.resolve("copy");
        try (CausalLm model = load(directory)) {
            ModelDirectory.write(model, copy, texts);
            ModelDirectory.write(model, copy, copy);
        }
        assertThat(copy.toFile().list())
                .containsExactlyInAnyOrder(
                        "tokenizer.json",
                        "chat_template.jinja",
                        "model.safetensors",
                        "config.json",
                        "generation_config.json");
        assertThat(copy.resolve("tokenizer.json")).hasSameBinaryContentAs(texts.resolve("tokenizer.json"));
    }

    @Test
    void a_place_that_cannot_be_written_to_is_named() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "in the way");
        try (CausalLm model = load(directory)) {
            assertThatThrownBy(() -> ModelDirectory.write(model, file.resolve("model"), temporary))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    /** Replaces the tensors of the model by others. */
    private void rewrite(Function<List<TensorEntry>, List<TensorEntry>> change) {
        Path file = directory.resolve("model.safetensors");
        Path changed = directory.resolve("changed");
        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            SafetensorsFile.write(
                    changed, change.apply(new ArrayList<>(read.tensors().values())));
        }
        assertThat(changed.toFile().renameTo(file.toFile())).isTrue();
    }

    private void refused(String... reasons) {
        long before = NativeLibrary.liveObjects();
        assertThatThrownBy(() -> load(directory))
                .isInstanceOf(ModelFormatException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(reasons));
        assertThat(NativeLibrary.liveObjects())
                .as("what was read before the failure is freed")
                .isEqualTo(before);
    }

    @Test
    void a_missing_tensor_is_named() {
        rewrite(tensors -> tensors.stream()
                .filter(t -> !t.name().equals("model.layers.1.mlp.up_proj.weight"))
                .toList());
        refused("model.safetensors", "lacks 1 of the 21", "model.layers.1.mlp.up_proj.weight");
    }

    @Test
    void an_unknown_tensor_is_named() {
        rewrite(tensors -> {
            tensors.add(entry("model.layers.2.mlp.up_proj.weight", DataType.F32, 1));
            return tensors;
        });
        refused("model.safetensors", "holds 1 tensors", "model.layers.2.mlp.up_proj.weight");
    }

    private static TensorEntry entry(String name, DataType dtype, long... shape) {
        long bytes = dtype.bytes();
        for (long size : shape) {
            bytes *= size;
        }
        return new TensorEntry(
                name, dtype, shape, java.lang.foreign.MemorySegment.ofArray(new byte[Math.toIntExact(bytes)]));
    }

    private void replace(TensorEntry other) {
        rewrite(tensors -> tensors.stream()
                .map(t -> t.name().equals(other.name()) ? other : t)
                .toList());
    }

    @Test
    void a_wrong_shape_is_named_with_the_right_one() {
        replace(entry("model.norm.weight", DataType.F32, 25));
        refused("model.safetensors", "model.norm.weight", "has shape [25]", "promises [24]");
    }

    @Test
    void a_transposed_matrix_of_the_same_size_is_refused() {
        replace(entry("model.layers.0.mlp.down_proj.weight", DataType.F32, 20, 24));
        refused("model.layers.0.mlp.down_proj.weight", "[20, 24]", "[24, 20]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F64", "I32", "U8", "F8_E4M3"})
    void a_type_that_is_no_type_of_weights_is_named(String dtype) {
        replace(entry("lm_head.weight", DataType.valueOf(dtype), 31, 24));
        refused("model.safetensors", "lm_head.weight", dtype, "F32, BF16 or F16");
    }

    @Test
    void files_that_were_cut_off_are_refused_wherever_the_cut_is() throws IOException {
        Path file = directory.resolve("model.safetensors");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 8, 9, 500, 4000, whole.length / 2, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            refused("model.safetensors");
        }
        Files.write(file, whole);
        Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
        refused("model.safetensors", "appended");
    }

    @Test
    void missing_files_are_named() throws IOException {
        Files.delete(directory.resolve("model.safetensors"));
        refused("model.safetensors", "does not exist");
        Files.writeString(directory.resolve("model.safetensors.index.json"), "{}");
        refused("split over several files");
        Files.delete(directory.resolve("config.json"));
        refused("config.json");
    }

    @Test
    void a_configuration_that_promises_other_tensors_is_refused() throws IOException {
        Path config = directory.resolve("config.json");
        String json = Files.readString(config);
        String wider = json.replaceAll("\"num_hidden_layers\" ?: ?2", "\"num_hidden_layers\": 3");
        assertThat(wider).isNotEqualTo(json);
        Files.writeString(config, wider);
        refused("lacks 9 of the 30", "model.layers.2.");
    }

    @Test
    void tied_embeddings_tolerate_the_copy_that_old_files_carry() {
        try (CausalLm tied = TinyModels.random(TinyModels.config(4, 2, true), DType.FLOAT32, 1)) {
            ModelDirectory.write(tied, directory, temporary);
        }
        rewrite(tensors -> {
            tensors.add(entry("lm_head.weight", DataType.F32, 31, 24));
            tensors.add(entry("model.layers.0.self_attn.rotary_emb.inv_freq", DataType.F32, 4));
            return tensors;
        });
        try (CausalLm model = load(directory)) {
            assertThat(model.parameters()).extracting(Parameter::name).doesNotContain("lm_head.weight");
        }
    }

    @Test
    void a_random_model_is_a_function_of_its_seed() {
        LlamaConfig config = TinyModels.config(2, 1, false);
        try (TensorScope _ = new TensorScope();
                CausalLm one = ModelDirectory.random(config, DType.FLOAT32, Device.CPU, new java.util.Random(1));
                CausalLm same = ModelDirectory.random(config, DType.FLOAT32, Device.CPU, new java.util.Random(1));
                CausalLm other = ModelDirectory.random(config, DType.FLOAT32, Device.CPU, new java.util.Random(2))) {
            assertThat(weights(same)).isDeepEqualTo(weights(one));
            assertThat(weights(other)[0]).isNotEqualTo(weights(one)[0]);
            float[] output = parameter(one, "model.layers.0.mlp.down_proj.weight");
            assertThat(deviation(output)).isBetween(0.008, 0.012);
            assertThat(deviation(weights(one)[0])).isBetween(0.018, 0.022);
        }
    }

    private static double deviation(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum / values.length);
    }
}
