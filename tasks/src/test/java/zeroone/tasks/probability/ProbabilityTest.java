package zeroone.tasks.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Fields;

class ProbabilityTest {
    @ParameterizedTest
    @CsvSource({
        "3, 2, 1/2, 3/4",
        "4, 2, 1/2, 1/2",
        "3, 2, 1/3, 1/3",
        "4, 3, 1/2, 7/8",
        "5, 3, 1/2, 11/16",
    })
    void points_on_circle_and_sphere_have_the_known_probabilities(
            int count, int dimensions, String share, String answer) {
        var points =
                new RandomPoints.Points(count, dimensions, Rational.read(share).orElseThrow());
        assertThat(new RandomPoints("any", 9).judge(points, answer)).isEqualTo(Verdict.CORRECT);
        assertThat(new RandomPoints("any", 9).judge(points, "1/7")).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void dice_have_the_known_probabilities() {
        Dice exercise = new Dice("any", 2, 20);
        assertThat(exercise.judge(new Dice.Roll(List.of(6L, 6L), 7, false), "1/6"))
                .isEqualTo(Verdict.CORRECT);
        assertThat(exercise.judge(new Dice.Roll(List.of(6L, 6L), 11, true), "3/36"))
                .isEqualTo(Verdict.CORRECT);
        assertThat(exercise.judge(new Dice.Roll(List.of(4L, 8L), 2, false), "0.03125"))
                .isEqualTo(Verdict.CORRECT);
        assertThat(exercise.judge(new Dice.Roll(List.of(6L, 6L), 7, false), "0.1667"))
                .isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void balls_have_the_known_probabilities() {
        var bag = new Balls.Bag(3, 2, 2, 1);
        assertThat(new Balls("any", 20, false).judge(bag, "3/5")).isEqualTo(Verdict.CORRECT);
        assertThat(new Balls("any", 20, true).judge(bag, "9/10")).isEqualTo(Verdict.CORRECT);
        for (String wrong : List.of("60%", "3:5", "6 / 10", "3/5 or 9/10", "\\frac{3}{5}", "about 0.6")) {
            assertThat(new Balls("any", 20, false).judge(bag, wrong)).as(wrong).isInstanceOf(Verdict.Incorrect.class);
        }
    }

    @Test
    void arrangements_do_not_tell_equal_letters_apart() {
        assertThat(new Arrangements("any", 8, false).judge(new Arrangements.Letters("BANANA"), "60"))
                .isEqualTo(Verdict.CORRECT);
        assertThat(new Arrangements("any", 8, true).judge(new Arrangements.Letters("AAB"), "2"))
                .isEqualTo(Verdict.CORRECT);
        assertThat(new Arrangements("any", 8, false).judge(new Arrangements.Letters("BANANA"), "720"))
                .isInstanceOf(Verdict.Incorrect.class);
        assertThat(new Arrangements("any", 8, false).id(new Arrangements.Letters("BANANA")))
                .isEqualTo(new Arrangements("any", 8, false).id(new Arrangements.Letters("AAABNN")));
    }

    @Test
    void impossible_data_are_refused() {
        assertThatThrownBy(() -> new RandomPoints("any", 9)
                        .read(Fields.empty()
                                .put("points", 4)
                                .put("dimensions", 3)
                                .put("share", "1/3")))
                .hasMessageContaining("must be 1/2");
        assertThatThrownBy(() -> new Balls("any", 20, false)
                        .read(Fields.empty()
                                .put("red", 1)
                                .put("blue", 1)
                                .put("drawn", 3)
                                .put("wanted", 1)))
                .hasMessageContaining("\"drawn\" must be");
        assertThatThrownBy(() ->
                        new Arrangements("any", 8, false).read(Fields.empty().put("letters", "banana")))
                .hasMessageContaining("must be 2 to 16 capital letters");
    }
}
