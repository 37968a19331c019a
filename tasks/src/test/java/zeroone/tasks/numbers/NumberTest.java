package zeroone.tasks.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Fields;

class NumberTest {
    @Test
    void an_inverse_must_be_in_range() {
        ModularInverse exercise = new ModularInverse("any", 400);
        var inverse = new ModularInverse.Inverse(3, 10);
        assertThat(exercise.judge(inverse, "7")).isEqualTo(Verdict.CORRECT);
        assertThat(exercise.judge(inverse, "17")).isEqualTo(Verdict.incorrect("is not from 1 to 9"));
        assertThat(exercise.judge(inverse, "-3")).isEqualTo(Verdict.incorrect("is not from 1 to 9"));
        assertThat(exercise.judge(inverse, "4")).isEqualTo(Verdict.incorrect("leaves the remainder 2"));
        assertThat(exercise.judge(inverse, "7 mod 10")).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void the_least_number_with_given_remainders_is_positive() {
        Remainders exercise = new Remainders("any", 2, 20);
        var both = new Remainders.Congruences(List.of(7L, 11L), List.of(2L, 3L));
        assertThat(exercise.judge(both, "58")).isEqualTo(Verdict.CORRECT);
        assertThat(exercise.judge(both, "135")).isInstanceOf(Verdict.Incorrect.class);
        var none = new Remainders.Congruences(List.of(7L, 11L), List.of(0L, 0L));
        assertThat(exercise.judge(none, "77")).isEqualTo(Verdict.CORRECT);
        assertThat(exercise.judge(none, "0")).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void a_common_divisor_must_be_the_greatest() {
        CommonDivisor exercise = new CommonDivisor("any", 99);
        var pair = new CommonDivisor.Pair(84, 36);
        assertThat(exercise.judge(pair, "12")).isEqualTo(Verdict.CORRECT);
        for (String wrong : List.of("6", "-12", "12 = 2*2*3", "24", "1")) {
            assertThat(exercise.judge(pair, wrong)).as(wrong).isInstanceOf(Verdict.Incorrect.class);
        }
        assertThat(exercise.id(pair)).isEqualTo(exercise.id(new CommonDivisor.Pair(36, 84)));
    }

    @Test
    void a_power_may_be_large() {
        PowerRemainder exercise = new PowerRemainder("any", 60, 100);
        assertThat(exercise.judge(new PowerRemainder.Power(2, 10, 1000), "24")).isEqualTo(Verdict.CORRECT);
        assertThat(exercise.judge(new PowerRemainder.Power(2, 10, 1000), "1024"))
                .isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void data_that_have_no_solution_are_refused() {
        assertThatThrownBy(() -> new ModularInverse("any", 400)
                        .read(Fields.empty().put("number", 4).put("modulus", 10)))
                .hasMessageContaining("must have no common divisor");
        var data = Fields.empty();
        data.set("divisors", Fields.array(List.of(4L, 6L)));
        data.set("remainders", Fields.array(List.of(1L, 2L)));
        assertThatThrownBy(() -> new Remainders("any", 2, 20).read(data))
                .hasMessageContaining("must have no common factor");
    }
}
