package zeroone.tasks.puzzle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private static final List<String> NAMES = List.of("A", "B");
    private static final List<String> VALUES = List.of("1", "2");

    @Test
    void words_are_what_lies_between_spaces_and_nothing_else_separates_them() {
        assertThat(AnswerText.words("a  b c")).containsExactly("a", "b", "c");
        assertThat(AnswerText.words("a\tb\u00a0c")).containsExactly("a\tb\u00a0c");
        assertThat(AnswerText.words(" ")).isEmpty();
    }

    @Test
    void items_are_what_lies_between_commas() {
        assertThat(AnswerText.items("a b, c ,d")).containsExactly("a b", "c", "d");
        assertThat(AnswerText.items("a,,b,")).containsExactly("a", "", "b", "");
    }

    @Test
    void rows_have_the_wanted_shape() throws WrongAnswer {
        assertThat(AnswerText.rows("1 2 / 3 4", 2, 2)).containsExactly("1", "2", "3", "4");
        assertThat(AnswerText.rows("1 2\r\n3 4", 2, 2)).containsExactly("1", "2", "3", "4");
        assertThatThrownBy(() -> AnswerText.rows("1 2 / 3", 2, 2)).hasMessage("has 1 cells in row 2, not 2");
        assertThatThrownBy(() -> AnswerText.rows("1 2", 2, 2)).hasMessage("has 1 rows, not 2");
        assertThatThrownBy(() -> AnswerText.rows("1 2 / 3 4 / 5 6", 2, 2)).hasMessage("has 3 rows, not 2");
        assertThatThrownBy(() -> AnswerText.rows("1 2 / 3 4 /", 2, 2)).hasMessage("has 3 rows, not 2");
    }

    @Test
    void pairs_give_every_name_once() throws WrongAnswer {
        assertThat(AnswerText.pairs("B 1,A 2", NAMES, VALUES)).containsExactly(1, 0);
        assertThatThrownBy(() -> AnswerText.pairs("A 1", NAMES, VALUES)).hasMessage("does not give B");
        assertThatThrownBy(() -> AnswerText.pairs("A 1, A 2", NAMES, VALUES)).hasMessage("gives A twice");
        assertThatThrownBy(() -> AnswerText.pairs("A 1, C 2", NAMES, VALUES))
                .hasMessage("has \"C\", which is none of A, B");
        assertThatThrownBy(() -> AnswerText.pairs("A1, B2", NAMES, VALUES))
                .hasMessage("has \"A1\" where a name and a value should be");
    }

    @Test
    void long_texts_are_quoted_in_part() {
        assertThat(AnswerText.quoted("x".repeat(1_000))).isEqualTo("\"xxxxxxxxxxxx…\"");
    }
}
