package zeroone.tasks.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

class QuestionTest {
    private static final NamedVerifier EXACT = new ExactVerifier();
    private static final NamedVerifier NUMBER = new NumberVerifier();
    private static final NamedVerifier CHOICE = new ChoiceVerifier();
    private static final NamedVerifier REGEX = new RegexVerifier();

    @ParameterizedTest
    @CsvSource({"4,4", "0.25,1/4", "1/4,0.250", "-3,−3.0", "2/4,1/2", "100,100.00", "0,-0"})
    void equal_numbers_are_equal_however_they_are_written(String reference, String answer) {
        assertThat(verify(reference, answer, NUMBER)).isEqualTo(Verdict.CORRECT);
        assertThat(verify(answer, " " + reference + "\n", NUMBER)).isEqualTo(Verdict.CORRECT);
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
        assertThat(verify("0.25", answer, NUMBER)).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void a_flood_of_digits_is_refused() {
        assertThat(verify("1", "1".repeat(1_000_000), NUMBER)).isEqualTo(Verdict.incorrect("is not a number"));
    }

    @Test
    void texts_are_compared_exactly_but_for_the_white_space_around_them() {
        assertThat(verify("Paris", " Paris\n", EXACT)).isEqualTo(Verdict.CORRECT);
        assertThat(verify("Paris", "paris", EXACT)).isEqualTo(Verdict.incorrect("is not \"Paris\""));
        assertThat(verify("Paris", "Paris or London", EXACT)).isInstanceOf(Verdict.Incorrect.class);
        assertThat(verify("Paris", "  ", EXACT)).isEqualTo(Verdict.NO_ANSWER);
        assertThat(verify("4", "", NUMBER)).isEqualTo(Verdict.NO_ANSWER);
    }

    @Test
    void a_reference_that_cannot_be_compared_is_refused_before_anybody_answers() {
        assertThatThrownBy(() -> problem("2 + 2?", "four", NUMBER))
                .hasMessageContaining("\"answer\" must be a number")
                .hasMessageContaining("\"four\"");
        assertThatThrownBy(() -> problem(" ", "4", EXACT)).hasMessageContaining("\"question\" must not be blank");
        assertThatThrownBy(() -> problem("2 + 2?", " ", EXACT)).hasMessageContaining("\"answer\" must not be blank");
    }

    @Test
    void a_broken_reference_breaks_the_verifier_instead_of_paying() {
        Problem broken = new Problem(
                "question", "q", "q", JsonNodeFactory.instance.objectNode().put("answer", "four"));
        assertThatThrownBy(() -> NUMBER.verify(broken, "4")).isInstanceOf(IllegalArgumentException.class);
        Problem empty = new Problem("question", "q", "q", JsonNodeFactory.instance.objectNode());
        assertThatThrownBy(() -> EXACT.verify(empty, "4")).hasMessageContaining("\"answer\" must be a text");
    }

    @ParameterizedTest
    @CsvSource({"[0-9]{4},2026", "a|bc,bc", "(a+)+b,aaab", "(?i)paris,PARIS"})
    void a_pattern_must_match_the_whole_answer(String pattern, String answer) {
        assertThat(regex(pattern, " " + answer + "\n")).isEqualTo(Verdict.CORRECT);
        assertThat(regex(pattern, answer + answer)).isInstanceOf(Verdict.Incorrect.class);
        assertThat(regex(pattern, answer + "\nx")).isInstanceOf(Verdict.Incorrect.class);
        assertThat(regex(pattern, "The answer is " + answer)).isInstanceOf(Verdict.Incorrect.class);
        assertThat(regex(pattern, "")).isEqualTo(Verdict.NO_ANSWER);
    }

    @Test
    void no_answer_makes_a_pattern_run_away() {
        for (String pattern : new String[] {"(a+)+b", "(a|a)*b", "(a*)*b", "(.*a){20}", "((a{0,9}){0,9}){0,9}b"}) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(regex(pattern, "a".repeat(5_000) + "c").isCorrect()).isFalse();
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertThat(Duration.ofNanos(spent)).as(pattern).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(regex("a*", "a".repeat(1_000_000))).isInstanceOf(Verdict.Incorrect.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a{2,1}", "(a)\\1", "(?=a)b", "a{1001}"})
    void a_pattern_that_cannot_be_matched_in_bounded_time_is_refused(String pattern) {
        assertThatThrownBy(() -> regex(pattern, "a")).hasMessageContaining("\"pattern\" must be a regular expression");
    }

    @Test
    void a_choice_is_one_letter_and_nothing_else() {
        Problem problem = choice("B");
        assertThat(problem.prompt())
                .isEqualTo("Which is a noble gas?\nA) iron\nB) neon\nC) chlorine\n"
                        + "Answer with the letter of the right option.");
        assertThat(CHOICE.verify(problem, " B\n")).isEqualTo(Verdict.CORRECT);
        assertThat(CHOICE.verify(problem, "A")).isEqualTo(Verdict.incorrect("the right option is B"));
        for (String answer : new String[] {"b", "B)", "(B)", "neon", "B B", "A or B", "AB", "D", "Ｂ", "В", "2", "B."}) {
            assertThat(CHOICE.verify(problem, answer))
                    .as(answer)
                    .isEqualTo(Verdict.incorrect("is not one letter from A to C"));
        }
        assertThat(CHOICE.verify(problem, " ")).isEqualTo(Verdict.NO_ANSWER);
    }

    @Test
    void options_that_cannot_be_told_apart_and_letters_of_no_option_are_refused() {
        assertThatThrownBy(() -> choice("D")).hasMessageContaining("must be the letter of an option, A to C");
        assertThatThrownBy(() -> choice("BB")).hasMessageContaining("must be the letter of an option");
        ObjectNode twice =
                JsonNodeFactory.instance.objectNode().put("question", "Q").put("answer", "A");
        twice.putArray("options").add("x").add("x");
        assertThatThrownBy(() -> Question.problem(twice, CHOICE)).hasMessageContaining("the options must differ");
        twice.putArray("options").add("x");
        assertThatThrownBy(() -> Question.problem(twice, CHOICE)).hasMessageContaining("must be a list of 2 to 26");
        twice.putArray("options").add("x").add(2);
        assertThatThrownBy(() -> Question.problem(twice, CHOICE)).hasMessageContaining("must be a text");
    }

    private static Problem choice(String letter) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("question", "Which is a noble gas?");
        data.putArray("options").add("iron").add("neon").add("chlorine");
        return Question.problem(data.put("answer", letter), CHOICE);
    }

    private static Verdict regex(String pattern, String answer) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("question", "Q").put("pattern", pattern);
        return REGEX.verify(Question.problem(data, REGEX), answer);
    }

    private static Verdict verify(String reference, String answer, NamedVerifier verifier) {
        return verifier.verify(problem("What?", reference, verifier), answer);
    }

    private static Problem problem(String question, String answer, NamedVerifier verifier) {
        return Question.problem(
                JsonNodeFactory.instance.objectNode().put("question", question).put("answer", answer), verifier);
    }
}
