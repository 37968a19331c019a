package zeroone.tasks.countdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

class CountdownVerifierTest {
    private static final Problem SIXTEEN = problem(16, 13, 5, 8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(13+8)-5",
                "13+8-5",
                " 13 + 8 - 5 \n",
                "((13))+(8-5)",
                "13−5+8",
                "8-(5-13)",
                "13+8-5=16",
                "13 + 8 - 5 = 16",
                "13+8=21, 21-5=16",
                "13-5=8,8+8=16",
                "8-5=3, 13+3=16"
            })
    void accepts_every_way_to_write_a_solution(String answer) {
        assertThat(verify(SIXTEEN, answer)).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void multiplies_and_divides_exactly_with_synonyms() {
        assertThat(verify(problem(10, 5, 4, 2), "5×4÷2").isCorrect()).isTrue();
        assertThat(verify(problem(10, 5, 4, 2), "5*4/2").isCorrect()).isTrue();
        assertThat(verify(problem(24, 3, 3, 8, 8), "8/(3-8/3)").isCorrect()).isTrue();
        assertThat(verify(problem(1, 49, 49), "49/49").isCorrect()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13+5+8 | makes 26, not 16",
                "13+13+8-5 | uses 13 too often",
                "13+5 | does not use 8",
                "13+8-5+7*0 | uses 7, which is not one of the numbers",
                "13+8-5+0 | uses 0, which is not one of the numbers",
                "13+8-5=17 | says it makes 17, not 16",
                "13+5+8=16 | makes 26, not 16",
                "13/5/8 | makes 13/40, not 16",
                "13/(5-5) | divides by zero",
                "13+8=21, 21-5=15 | says 21-5=15, which is not true",
                "13+8=21, 5+5=10 | says 5+5=10 when the numbers left do not allow it",
                "13+3=16, 8-5=3 | says 13+3=16 when the numbers left do not allow it",
                "13+8=21, | ends where a number should follow",
                "8+8=16, 13-5=8 | says 8+8=16 when the numbers left do not allow it",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(verify(SIXTEEN, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void a_step_list_must_use_every_number_and_make_the_target() {
        assertThat(verify(problem(18, 13, 5, 8, 2), "13+5=18,8-2=6"))
                .isEqualTo(Verdict.incorrect("leaves 1 of the numbers unused"));
        assertThat(verify(problem(18, 13, 5, 8), "13+5=18,18+8=26")).isEqualTo(Verdict.incorrect("makes 26, not 18"));
    }

    @ParameterizedTest
    @CsvSource({"'50*.2', 10, 50, 2", "'2**7', 128, 2, 7", "'7//2', 3, 7, 2", "'-2+18', 16, 2, 18", "'18+-2', 16, 18, 2"
    })
    void two_number_cheats_earn_nothing(String answer, int target, int a, int b) {
        assertThat(verify(problem(target, a, b), answer)).isInstanceOf(Verdict.Incorrect.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.4*5",
                "5e2 + 0e1*(3+4+5+6)",
                "9**9**9**9",
                "+13+8-5",
                "(13)(8)-5",
                "13 8-5",
                "1 3+8-5",
                "013+8-5",
                "13+8-5.0",
                "１３+8-5",
                "13+8-٥",
                "13+8-5 or 13+5-8",
                "13+8-5\n13+5+8",
                "The answer is 13+8-5",
                "13+8-5.",
                "13+8=21-5=16",
                "13+8-5=16=16",
                "13+8-5, 13+8-5",
                "16",
                "16=16",
                "()",
                "(13+8-5",
                "13+8-5)",
                "13+8-",
                "13+8--5",
                "0x10",
                "13+8-5;",
                "999999999999999999999999",
                "13+8-5\u0000",
                "13＋8-5",
                "😀",
                "<answer>13+8-5</answer>",
            })
    void nothing_outside_the_grammar_counts(String answer) {
        assertThat(verify(SIXTEEN, answer)).isInstanceOf(Verdict.Incorrect.class);
        assertThat(verify(problem(17, 3, 4, 5), answer)).isInstanceOf(Verdict.Incorrect.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void silence_is_no_answer(String answer) {
        assertThat(verify(SIXTEEN, answer)).isEqualTo(Verdict.NO_ANSWER);
    }

    @Test
    void bombs_are_refused_at_once() {
        for (String bomb : List.of(
                "(".repeat(400) + "13" + ")".repeat(400),
                "(".repeat(1_000_000),
                "13+".repeat(333),
                "13*".repeat(1_000_000),
                "9".repeat(1_000_000),
                ",".repeat(900))) {
            assertThat(verify(SIXTEEN, bomb)).isInstanceOf(Verdict.Incorrect.class);
        }
    }

    @Test
    void the_whole_number_variant_refuses_broken_and_negative_intermediate_results() {
        Problem problem = problem(24, 3, 3, 8, 8);
        assertThat(new CountdownVerifier(true).verify(problem, "8/(3-8/3)"))
                .isEqualTo(Verdict.incorrect(
                        "makes 8/3 on the way, and only whole numbers that are not negative are allowed"));
        assertThat(new CountdownVerifier(true).verify(SIXTEEN, "8-(5-13)")).isInstanceOf(Verdict.Incorrect.class);
        assertThat(new CountdownVerifier(true).verify(SIXTEEN, "13+8-5").isCorrect())
                .isTrue();
    }

    private static Verdict verify(Problem problem, String answer) {
        return new CountdownVerifier(false).verify(problem, answer);
    }

    static Problem problem(int target, Integer... numbers) {
        return new CountdownPuzzle(List.of(numbers), target).problem("countdown");
    }
}
