package zeroone.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HuggingFaceTokenizerTest {
    @TempDir
    private Path directory;

    private HuggingFaceTokenizer tokenizer;

    @BeforeEach
    void write() {
        new TokenizerFile(TokenizerFile.DEFAULT_SPLIT, List.of(" want ", " no. "), 8).write(directory, "");
        tokenizer = HuggingFaceTokenizer.load(directory);
    }

    @Test
    void reserved_spellings_in_text_are_ordinary_characters() {
        assertThat(tokenizer.encode("a<think>")).containsExactly('a', '<', 't', 'h', 'i', 'n', 'k', '>');
        assertThat(tokenizer.encode("<|end|>")).containsExactly('<', '|', 'e', 'n', 'd', '|', '>');
    }

    @Test
    void hostile_text_never_becomes_a_special_token_and_comes_back_whole() {
        Set<Integer> special = Set.copyOf(tokenizer.specialTokens().values());
        HostileText texts = new HostileText(1);
        for (int i = 0; i < 2000; i++) {
            String text = texts.next();
            int[] ids = tokenizer.encode(text);
            assertThat(Arrays.stream(ids).boxed().filter(special::contains).toList())
                    .as("seed 1, text %d: %s", i, text)
                    .isEmpty();
            assertThat(tokenizer.decode(ids)).as("seed 1, text %d", i).isEqualTo(text);
        }
    }

    @Test
    void any_ids_decode_as_the_native_library_decodes_them() throws IOException {
        edit("tokenizer.json", "\"<|unused_0|>\"", "\"é Ġ ☃\"");
        JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(directory.resolve("tokenizer.json")));
        for (JsonNode token : json.path("added_tokens")) {
            ((ObjectNode) token)
                    .put("special", !token.path("content").asString().contains("☃"));
        }
        Files.write(directory.resolve("tokenizer.json"), JsonMapper.shared().writeValueAsBytes(json));
        try (HuggingFaceTokenizer mixed = HuggingFaceTokenizer.load(directory)) {
            Random random = new Random(3);
            for (int i = 0; i < 3_000; i++) {
                int[] ids = random.ints(random.nextInt(12), 0, mixed.vocabularySize())
                        // many bytes, of which few sequences are UTF-8
                        .map(id -> random.nextInt(3) > 0 ? id % 256 : id)
                        .toArray();
                assertThat(mixed.decode(ids))
                        .as("seed 3, ids %s", Arrays.toString(ids))
                        .isEqualTo(mixed.decodeNatively(ids));
            }
        }
    }

    @Test
    void a_normaliser_cannot_spell_a_special_token() throws IOException {
        edit("tokenizer.json", "\"normalizer\" : null", "\"normalizer\" : {\"type\": \"NFKC\"}");
        edit("tokenizer.json", "\"normalized\" : false", "\"normalized\" : true");
        HuggingFaceTokenizer normalising = HuggingFaceTokenizer.load(directory);

        assertThat(normalising.decode(normalising.encode("x＜think＞y"))).isEqualTo("x<think>y");
    }

    @Test
    void a_special_token_of_the_ordinary_vocabulary_is_avoided_too() throws IOException {
        edit("tokenizer.json", "\"<think>\"", "\"Ġwant\"");
        edit("tokenizer.json", "\"<|unused_0|>\"", "\"ab\"");
        ReservedTokenNames names = new ReservedTokenNames("Ġwant", "</think>", List.of("<|end|>"), List.of("<|pad|>"));
        HuggingFaceTokenizer odd = HuggingFaceTokenizer.load(directory, names);

        assertThat(odd.encode("xaby")).containsExactly('x', 'a', 'b', 'y');
    }

    @Test
    void a_single_character_that_is_a_special_token_is_refused() throws IOException {
        edit("tokenizer.json", "\"<|unused_0|>\"", "\"☃\"");
        HuggingFaceTokenizer odd = HuggingFaceTokenizer.load(directory);

        assertThatThrownBy(() -> odd.encode("a ☃"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("☃")
                .hasMessageContaining("U+2603");
    }

    @Test
    void added_white_space_is_ordinary_text() throws IOException {
        edit("tokenizer.json", "\"<|unused_0|>\"", "\"    \"");
        Path file = directory.resolve("tokenizer.json");
        String json = Files.readString(file);
        int at = json.indexOf("\"    \"");
        Files.writeString(file, json.substring(0, at) + json.substring(at).replaceFirst("true", "false"));
        HuggingFaceTokenizer indenting = HuggingFaceTokenizer.load(directory);

        int[] ids = indenting.encode("    x");
        assertThat(ids).hasSize(2);
        assertThat(indenting.decode(ids)).isEqualTo("    x");
    }

    @Test
    void decoding_drops_reserved_tokens() {
        var reserved = tokenizer.reserved();
        int[] ids = {
            reserved.padding(), 'h', reserved.beginThought(), 'i', reserved.endThought(), '!', reserved.endOfTurn()
        };
        assertThat(tokenizer.decode(ids)).isEqualTo("hi!");
        assertThat(tokenizer.decode(new int[] {reserved.padding()})).isEmpty();
    }

    @Test
    void bytes_that_are_not_utf_8_decode_to_the_replacement_character() {
        assertThat(tokenizer.decode(new int[] {'a', 0xFF, 'b', 0xF0, 0x9F})).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void ids_outside_the_vocabulary_are_refused() {
        for (int id : new int[] {-1, tokenizer.vocabularySize()}) {
            assertThatThrownBy(() -> tokenizer.decode(new int[] {id}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(id));
        }
    }

    @Test
    void qwen_names_are_found_through_the_tokenizer_configuration() throws IOException {
        edit("tokenizer.json", "<|end|>", "<|im_end|>");
        edit("tokenizer.json", "<|pad|>", "<|endoftext|>");
        edit("tokenizer_config.json", "\"<|end|>\"", "{\"content\": \"<|im_end|>\"}");
        edit("tokenizer_config.json", "\"<|pad|>\"", "\"<|endoftext|>\"");

        assertThat(HuggingFaceTokenizer.load(directory).reserved()).isEqualTo(tokenizer.reserved());
    }

    @Test
    void what_the_configuration_says_comes_before_the_candidates() throws IOException {
        edit("tokenizer_config.json", "\"<|end|>\"", "\"<|unused_0|>\"");

        assertThat(HuggingFaceTokenizer.load(directory).reserved().endOfTurn())
                .isEqualTo(tokenizer.specialTokens().get("<|unused_0|>"));
    }

    @Test
    void a_missing_reserved_token_is_named_with_the_file() throws IOException {
        edit("tokenizer.json", "</think>", "</thought>");

        assertThatThrownBy(() -> HuggingFaceTokenizer.load(directory))
                .isInstanceOf(TokenizerFormatException.class)
                .hasMessageContaining("tokenizer.json")
                .hasMessageContaining("closes a thought")
                .hasMessageContaining("</think>");
    }

    @Test
    void files_that_are_no_tokenizer_are_refused() throws IOException {
        Path file = directory.resolve("tokenizer.json");
        for (String content : List.of("", "{", "[]", "{\"model\": 3}")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> HuggingFaceTokenizer.load(directory))
                    .as(content)
                    .isInstanceOf(TokenizerFormatException.class)
                    .hasMessageContaining(file.toString());
        }
        Files.delete(file);
        assertThatThrownBy(() -> HuggingFaceTokenizer.load(directory))
                .isInstanceOf(TokenizerFormatException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void a_tokenizer_that_the_library_refuses_is_an_error_with_the_file_name() throws IOException {
        edit("tokenizer.json", "\"BPE\"", "\"NoSuchModel\"");

        assertThatThrownBy(() -> HuggingFaceTokenizer.load(directory))
                .isInstanceOf(TokenizerFormatException.class)
                .hasMessageContaining("tokenizer.json");
    }

    @Test
    void loading_switches_the_librarys_report_of_its_use_off() {
        System.clearProperty("OPT_OUT_TRACKING");
        HuggingFaceTokenizer.load(directory);

        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    }

    @Test
    void special_tokens_are_those_of_the_file() {
        assertThat(tokenizer.specialTokens().keySet().stream()
                        .filter(name -> !name.contains("unused"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("<think>", "</think>", "<|end|>", "<|pad|>");
    }

    private void edit(String name, String from, String to) throws IOException {
        Path file = directory.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
