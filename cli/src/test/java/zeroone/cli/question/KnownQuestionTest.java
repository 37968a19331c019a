package zeroone.cli.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Verdict;

class KnownQuestionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Use 3, 7 and 4 to make 25.",
                "  use 3, 7, and 4 to make 25",
                "USE 3 7 4 to get 25?",
                "Use 3 and 7 and 4 to reach 25!"
            })
    void countdown_is_understood_however_it_is_written(String question) {
        KnownQuestion known = KnownQuestion.of(question).orElseThrow();
        assertThat(known.problem().prompt()).isEqualTo("Use 3, 7 and 4 to make 25.");
        assertThat(known.problem().task()).isEqualTo("countdown-3");
        assertThat(known.verifier().verify(known.problem(), "3*7+4")).isEqualTo(Verdict.CORRECT);
        assertThat(known.verifier().verify(known.problem(), "3*7-4")).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void countdown_takes_two_to_six_numbers() {
        KnownQuestion two = KnownQuestion.of("Use 2 and 9 to make 11.").orElseThrow();
        assertThat(two.verifier().verify(two.problem(), "2+9")).isEqualTo(Verdict.CORRECT);
        KnownQuestion six =
                KnownQuestion.of("Use 1, 1, 1, 1, 1 and 100 to make 105.").orElseThrow();
        assertThat(six.verifier().verify(six.problem(), "100+1+1+1+1+1")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void sudoku_is_told_by_its_size() {
        assertThat(KnownQuestion.of(
                                "Sudoku: 1 2 3 4 5 6 / 4 5 6 1 2 3 / 2 3 4 5 6 1 / 5 6 1 2 3 4 / 3 4 5 6 1 2 / 6 1 2 3 4 _.")
                        .orElseThrow()
                        .problem()
                        .task())
                .isEqualTo("sudoku-6");
        KnownQuestion known = KnownQuestion.of("Sudoku: 1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 _.")
                .orElseThrow();
        assertThat(known.problem().task()).isEqualTo("sudoku-4");
        assertThat(known.verifier().verify(known.problem(), "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1"))
                .isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sudoku: a1 b2 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p_.",
                "sudoku: A1 B2 C3 D4 / E3 F4 G1 H2 / I2 J1 K4 L3 / M4 N3 O2 P_",
                "Sudoku:\n1 2 3 4\n3 4 1 2\n2 1 4 3\n4 3 2 _\n"
            })
    void small_sudokus_may_name_their_cells(String question) {
        KnownQuestion known = KnownQuestion.of(question).orElseThrow();
        assertThat(known.problem().prompt())
                .isEqualTo("Sudoku: a1 b2 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p_.");
        assertThat(known.verifier().verify(known.problem(), "a1 b2 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p1"))
                .isEqualTo(Verdict.CORRECT);
    }

    @Test
    void a_grid_that_cannot_be_is_refused_with_the_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownQuestion.of("Sudoku: 1 1 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 _."))
                .withMessageContaining("grid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownQuestion.of("Sudoku: a1 c2 b3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p_."))
                .withMessageContaining("where the name b and a digit should be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Why?",
                "Use 3 to make 25.",
                "Use 3, 7 and 4 to make 25. And then?",
                "Use 3, 7 and x to make 25.",
                "Use 3000000000, 7 and 4 to make 25.",
                "Sudoku: help",
                "Sudoku: a b c d"
            })
    void other_questions_are_nobodys(String question) {
        assertThat(KnownQuestion.of(question)).isEmpty();
    }
}
