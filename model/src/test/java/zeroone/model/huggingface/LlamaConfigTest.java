package zeroone.model.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlamaConfigTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String MINIMAL = """
            {"architectures": ["LlamaForCausalLM"], "vocab_size": 100, "hidden_size": 64, "intermediate_size": 96,
             "num_hidden_layers": 2, "num_attention_heads": 4 MORE}""";

    @TempDir
    private Path directory;

    @Test
    void a_configuration_that_transformers_wrote_is_read() {
        assertThat(LlamaConfig.read(GOLDEN.resolve("untied")))
                .isEqualTo(new LlamaConfig(
                        64,
                        48,
                        56,
                        2,
                        4,
                        2,
                        16,
                        500_000,
                        1e-6,
                        128,
                        false,
                        DataType.F32,
                        List.of(62),
                        OptionalInt.empty(),
                        OptionalInt.of(63)));
        assertThat(LlamaConfig.read(GOLDEN.resolve("bfloat16")).dtype()).isEqualTo(DataType.BF16);
        assertThat(LlamaConfig.read(GOLDEN.resolve("tied")).tiedEmbeddings()).isTrue();
    }

    @Test
    void what_is_written_is_read_back() {
        LlamaConfig config = new LlamaConfig(
                1280,
                128,
                320,
                4,
                4,
                1,
                32,
                10_000,
                1e-5,
                1024,
                true,
                DataType.BF16,
                List.of(1268, 1269),
                OptionalInt.of(5),
                OptionalInt.of(1270));
        config.write(directory);
        assertThat(LlamaConfig.read(directory)).isEqualTo(config);
    }

    @Test
    void absent_keys_have_the_values_that_transformers_assumes() throws IOException {
        assertThat(read(""))
                .isEqualTo(new LlamaConfig(
                        100,
                        64,
                        96,
                        2,
                        4,
                        4,
                        16,
                        10_000,
                        1e-6,
                        2048,
                        false,
                        DataType.F32,
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
    }

    @Test
    void both_ways_to_write_the_rotary_base_are_read() throws IOException {
        assertThat(read(", \"rope_theta\": 500000").ropeTheta()).isEqualTo(500_000);
        assertThat(read(", \"rope_parameters\": {\"rope_type\": \"default\", \"rope_theta\": 300}")
                        .ropeTheta())
                .isEqualTo(300);
        assertThat(read(", \"rope_scaling\": null, \"torch_dtype\": \"bfloat16\"")
                        .dtype())
                .isEqualTo(DataType.BF16);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "rope_scaling": {"factor": 8}                                   | rope_scaling
            "rope_parameters": {"rope_type": "llama3", "rope_theta": 1}     | rope_type
            "rope_parameters": {"rope_theta": 1}, "rope_theta": 2           | same
            "rope_parameters": {"partial_rotary_factor": 0.5}               | partial_rotary_factor
            "rope_parameters": 3                                            | rope_parameters
            "attention_bias": true                                          | attention_bias
            "mlp_bias": true                                                | mlp_bias
            "mlp_bias": 1                                                   | true or false
            "hidden_act": "gelu"                                            | hidden_act
            "model_type": "qwen3"                                           | model_type
            "quantization_config": {}                                       | quantization_config
            "torch_dtype": "int8"                                           | int8
            "num_key_value_heads": 3                                        | keyValueHeads
            "num_key_value_heads": 0                                        | num_key_value_heads
            "head_dim": 15                                                  | headSize
            "rms_norm_eps": 0                                               | rms_norm_eps
            "rms_norm_eps": 1                                               | rmsNormEpsilon
            "rms_norm_eps": "x"                                             | rms_norm_eps
            "eos_token_id": 100                                             | vocabulary
            "eos_token_id": "x"                                             | eos_token_id
            "pad_token_id": [1, 2]                                          | pad_token_id
            "vocab_size": 99                                                | uplicate
            """)
    void what_the_decoder_would_compute_wrongly_is_refused(String more, String message) {
        assertThatThrownBy(() -> read(", " + more))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("config.json")
                .hasMessageContaining(message);
    }

    @Test
    void another_architecture_is_refused_by_name() throws IOException {
        Files.writeString(
                directory.resolve("config.json"),
                MINIMAL.replace("Llama", "Mistral").replace("MORE", ""));
        assertThatThrownBy(() -> LlamaConfig.read(directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("MistralForCausalLM");
    }

    @Test
    void a_missing_key_is_named() throws IOException {
        Files.writeString(
                directory.resolve("config.json"),
                MINIMAL.replace("vocab_size", "other").replace("MORE", ""));
        assertThatThrownBy(() -> LlamaConfig.read(directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("vocab_size");
    }

    @Test
    void damaged_files_are_refused_or_read_but_never_anything_else() throws IOException {
        byte[] whole = Files.readAllBytes(GOLDEN.resolve("untied/config.json"));
        long seed = 4;
        Random random = new Random(seed);
        Path file = directory.resolve("config.json");
        for (int i = 0; i < 600; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            try {
                assertThat(LlamaConfig.read(directory).heads()).isPositive();
            } catch (ModelFormatException e) {
                assertThat(e)
                        .as("seed %d, case %d: %s", seed, i, new String(damaged, StandardCharsets.ISO_8859_1))
                        .hasMessageContaining("config.json");
            }
        }
    }

    private LlamaConfig read(String more) throws IOException {
        Files.writeString(directory.resolve("config.json"), MINIMAL.replace("MORE", more));
        return LlamaConfig.read(directory);
    }
}
