package zeroone.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.text.ReservedTokens;

class TokenizerFileTest {
    private static final List<String> PIECES = List.of(
            "Use ",
            ", ",
            " and ",
            " to",
            " make ",
            " left ",
            " want ",
            " no. ",
            " no.",
            " yes!",
            " Wait, ",
            "I",
            " I",
            " give",
            " up.",
            "Sudoku: ",
            " _",
            " /",
            " 1",
            " 2",
            " 3",
            " 4");

    @TempDir
    private Path directory;

    private HuggingFaceTokenizer tokenizer(TokenizerFile file) {
        file.write(directory, "");
        return HuggingFaceTokenizer.load(directory);
    }

    private List<String> tokens(String text) {
        HuggingFaceTokenizer tokenizer = tokenizer(TokenizerFile.of(PIECES));
        return Arrays.stream(tokenizer.encode(text))
                .mapToObj(id -> tokenizer.decode(new int[] {id}))
                .toList();
    }

    @Test
    void a_question_is_its_pieces_and_numbers() {
        assertThat(tokens("Use 13, 5 and 8 to make 16."))
                .containsExactly("Use ", "13", ", ", "5", " and ", "8", " to", " make ", "16", ".");
    }

    @Test
    void notes_are_their_pieces_and_numbers() {
        assertThat(tokens(
                        "13*8=104 left 5, 104*5=520 want 16 no. 104+5=109 want 16 no. Wait, 13-8=5 left 5, 5*5=25 want 16"
                                + " no. 21-5=16 want 16 yes!"))
                .containsExactly(
                        ("13|*|8|=|104| left |5|, |104|*|5|=|520| want |16| no. |104|+|5|=|109| want |16| no.| Wait, |13|-|8|="
                                        + "|5| left |5|, |5|*|5|=|25| want |16| no. |21|-|5|=|16| want |16| yes!")
                                .split("\\|"));
    }

    @Test
    void words_without_numbers_take_only_the_space_before_them() {
        assertThat(tokens("I give up.")).containsExactly("I", " give", " up.");
    }

    @Test
    void cells_of_a_grid_look_the_same_wherever_they_stand() {
        assertThat(tokens("Sudoku: 1 _ _ 4 / _ _ 2 _ / _ 3 _ _ / 4 _ _ 1."))
                .containsExactly("Sudoku: ,1, _, _, 4, /, _, _, 2, _, /, _, 3, _, _, /, 4, _, _, 1,.".split(","));
    }

    @Test
    void a_cell_of_a_grid_and_what_it_holds_are_one_token_wherever_they_stand() {
        List<String> pieces = List.of(
                "Sudoku:", " a1", " b", " b3", " b_", " c_", " d4", " /", " sees", " so", " 2", " or", " 3", " stuck.");
        HuggingFaceTokenizer tokenizer = tokenizer(new TokenizerFile(TokenizerFile.GRID_SPLIT, pieces, 1));
        String text = "Sudoku: a1 b_ c_ d4 / b sees a1 c_ d4 so 2 or 3 b3. b stuck.";
        assertThat(Arrays.stream(tokenizer.encode(text)).mapToObj(id -> tokenizer.decode(new int[] {id})))
                .containsExactly(
                        "Sudoku:| a1| b_| c_| d4| /| b| sees| a1| c_| d4| so| 2| or| 3| b3|.| b| stuck.".split("\\|"));
    }

    @Test
    void every_number_below_a_thousand_is_one_token() {
        HuggingFaceTokenizer tokenizer = tokenizer(TokenizerFile.of(List.of()));
        for (int number = 0; number < 1000; number++) {
            assertThat(tokenizer.encode(String.valueOf(number)))
                    .as("%d", number)
                    .hasSize(1);
        }
    }

    @Test
    void a_number_behind_a_space_is_a_space_and_the_number() {
        HuggingFaceTokenizer tokenizer = tokenizer(TokenizerFile.of(List.of()));
        for (int number = 0; number < 1000; number++) {
            assertThat(tokenizer.encode(" " + number))
                    .as("%d", number)
                    .containsExactly(' ', tokenizer.encode(String.valueOf(number))[0]);
        }
    }

    @Test
    void digits_are_cut_into_groups_of_three() {
        assertThat(tokens("12345678")).containsExactly("123", "456", "78");
    }

    @Test
    void other_text_is_its_bytes() {
        HuggingFaceTokenizer tokenizer = tokenizer(TokenizerFile.of(PIECES));
        assertThat(tokenizer.encode("Zoë\n\t")).containsExactly('Z', 'o', 0xC3, 0xAB, '\n', '\t');
    }

    @Test
    void reserved_tokens_come_last_and_fill_a_multiple() {
        TokenizerFile file = new TokenizerFile(TokenizerFile.DEFAULT_SPLIT, PIECES, 64);
        HuggingFaceTokenizer tokenizer = tokenizer(file);

        // "I" is a byte and costs nothing.
        int first = 256 + 990 + PIECES.size() - 1;
        assertThat(tokenizer.reserved()).isEqualTo(new ReservedTokens(first, first + 1, first + 2, first + 3));
        assertThat(tokenizer.vocabularySize()).isEqualTo(1280).isEqualTo(file.vocabularySize());
        assertThat(tokenizer.specialTokens()).hasSize(1280 - first).containsEntry("<|unused_0|>", first + 4);
    }

    @Test
    void a_piece_that_is_a_byte_or_a_number_costs_nothing() {
        assertThat(TokenizerFile.of(List.of(".", "104", " ", "ab", "ab")).vocabularySize())
                .isEqualTo(TokenizerFile.of(List.of("ab")).vocabularySize());
    }

    @Test
    void a_piece_that_the_split_never_yields_is_refused() {
        for (String piece : List.of("give up", "1000", " want  ", "a1", "")) {
            assertThatThrownBy(() -> TokenizerFile.of(List.of(piece)))
                    .as(piece)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"" + piece + "\"");
        }
    }

    @Test
    void a_pattern_that_is_no_regular_expression_is_refused() {
        assertThatThrownBy(() -> new TokenizerFile("(", List.of(), 1)).hasMessageContaining("not a regular expression");
    }

    @Test
    void a_size_multiple_below_one_is_refused() {
        assertThatThrownBy(() -> new TokenizerFile(TokenizerFile.DEFAULT_SPLIT, List.of(), 0))
                .hasMessageContaining("sizeMultiple");
    }

    @ParameterizedTest
    @ValueSource(strings = {TokenizerFile.DEFAULT_SPLIT, TokenizerFile.GRID_SPLIT})
    void the_splits_lose_nothing(String split) {
        HostileText texts = new HostileText(5);
        for (int i = 0; i < 500; i++) {
            String text = texts.next();
            List<String> parts = new ArrayList<>();
            Matcher matcher = Pattern.compile(split).matcher(text);
            while (matcher.find()) {
                parts.add(matcher.group());
            }
            assertThat(String.join("", parts)).as("seed 5, text %d", i).isEqualTo(text);
        }
    }

    @Test
    void writing_leaves_the_three_files_and_no_temporary_ones() throws IOException {
        TokenizerFile.of(PIECES).write(directory, "{{ 1 }}");
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("tokenizer.json", "tokenizer_config.json", "chat_template.jinja");
        }
        assertThat(directory.resolve("chat_template.jinja")).hasContent("{{ 1 }}");
    }
}
