package zeroone.model.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationConfigTest {
    @TempDir
    private Path directory;

    @Test
    void what_is_written_is_read_back() {
        for (GenerationConfig config : List.of(
                GenerationConfig.plain(LlamaConfig.read(Path.of("src/test/resources/golden/tied"))),
                new GenerationConfig(
                        false,
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        List.of(1, 2),
                        OptionalInt.of(3),
                        OptionalInt.empty()))) {
            config.write(directory);
            assertThat(GenerationConfig.read(directory)).isEqualTo(config);
        }
    }

    @Test
    void a_configuration_that_transformers_wrote_is_read() {
        GenerationConfig config = GenerationConfig.read(Path.of("src/test/resources/golden/tied"));
        assertThat(config.endOfSequence()).containsExactly(62);
        assertThat(config.padding()).hasValue(63);
        assertThat(config.sample()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"temperature\": 0}",
                "{\"temperature\": \"hot\"}",
                "{\"top_k\": -1}",
                "{\"top_k\": 0.5}",
                "{\"top_p\": 1.5}",
                "{\"eos_token_id\": {}}",
                "[]",
                "",
                "{"
            })
    void impossible_values_are_refused(String json) throws IOException {
        Files.writeString(directory.resolve("generation_config.json"), json);
        assertThatThrownBy(() -> GenerationConfig.read(directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("generation_config.json");
    }
}
