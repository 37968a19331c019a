package zeroone.tasks.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.question.Question.Comparison;

class QuestionTest {
    @ParameterizedTest
    @CsvSource({"4,4", "0.25,1/4", "1/4,0.250", "-3,−3.0", "2/4,1/2", "100,100.00", "0,-0"})
    void equal_numbers_are_equal_however_they_are_written(String reference, String answer) {
        assertThat(verify(reference, answer, Comparison.NUMBER)).isEqualTo(Verdict.CORRECT);
        assertThat(verify(answer, " " + reference + "\n", Comparison.NUMBER)).isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.2500001",
                "0.3",
                "1/0",
                "25e-2",
                "0.25 or 0.3",
                ".25",
                "0.25.",
                "1/4/1",
                "+1/4",
                "one quarter",
                "１/4",
                "1 / 4",
                "NaN"
            })
    void anything_else_is_wrong(String answer) {
        assertThat(verify("0.25", answer, Comparison.NUMBER)).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void a_flood_of_digits_is_refused() {
        assertThat(verify("1", "1".repeat(1_000_000), Comparison.NUMBER))
                .isEqualTo(Verdict.incorrect("is not a number"));
    }

    @Test
    void texts_are_compared_exactly_but_for_the_white_space_around_them() {
        assertThat(verify("Paris", " Paris\n", Comparison.EXACT)).isEqualTo(Verdict.CORRECT);
        assertThat(verify("Paris", "paris", Comparison.EXACT)).isEqualTo(Verdict.incorrect("is not \"Paris\""));
        assertThat(verify("Paris", "Paris or London", Comparison.EXACT)).isInstanceOf(Verdict.Incorrect.class);
        assertThat(verify("Paris", "  ", Comparison.EXACT)).isEqualTo(Verdict.NO_ANSWER);
        assertThat(verify("4", "", Comparison.NUMBER)).isEqualTo(Verdict.NO_ANSWER);
    }

    @Test
    void a_reference_that_cannot_be_compared_is_refused_before_anybody_answers() {
        assertThatThrownBy(() -> Question.problem("2 + 2?", "four", Comparison.NUMBER))
                .hasMessageContaining("\"answer\" must be a number")
                .hasMessageContaining("\"four\"");
        assertThatThrownBy(() -> Question.problem(" ", "4", Comparison.EXACT))
                .hasMessageContaining("\"question\" must not be blank");
        assertThatThrownBy(() -> Question.problem("2 + 2?", " ", Comparison.EXACT))
                .hasMessageContaining("\"answer\" must have 1 to");
    }

    @Test
    void a_broken_reference_breaks_the_verifier_instead_of_paying() {
        Problem broken = new Problem(
                "question", "q", "q", JsonNodeFactory.instance.objectNode().put("answer", "four"));
        assertThatThrownBy(() -> Comparison.NUMBER.verifier().verify(broken, "4"))
                .isInstanceOf(IllegalArgumentException.class);
        Problem empty = new Problem("question", "q", "q", JsonNodeFactory.instance.objectNode());
        assertThatThrownBy(() -> Comparison.EXACT.verifier().verify(empty, "4"))
                .hasMessageContaining("hold no \"answer\"");
    }

    private static Verdict verify(String reference, String answer, Comparison comparison) {
        return comparison.verifier().verify(Question.problem("What?", reference, comparison), answer);
    }
}
