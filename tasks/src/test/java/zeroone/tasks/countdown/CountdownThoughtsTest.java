package zeroone.tasks.countdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;

class CountdownThoughtsTest {
    private static final Problem SIXTEEN = CountdownVerifierTest.problem(16, 13, 5, 8);

    @Test
    void counts_the_steps_checks_and_backtracks_of_a_search() {
        ThoughtBehaviour behaviour = read("13*8=104 left 5, 104*5=520 want 16 no. 104+5=109 want 16 no."
                + " Wait, 13-8=5 left 5, 5*5=25 want 16 no. 5+5=10 want 16 no."
                + " Wait, 13+8=21 left 5, 21+5=26 want 16 no. 21-5=16 want 16 yes!");
        assertThat(behaviour).isEqualTo(new ThoughtBehaviour(9, 0, 2, 0, 1, 0, 0, 5));
    }

    @Test
    void wrong_sums_and_numbers_out_of_nowhere_are_false_steps() {
        assertThat(read("13+8=22 left 5, 22-5=17 want 16 no.").falseSteps()).isEqualTo(1);
        assertThat(read("13+8=21 left 6, 21-6=15 want 16 no.").falseSteps()).isEqualTo(1);
        assertThat(read("7+9=16 want 16 yes!").falseSteps()).isEqualTo(1);
        assertThat(read("13/8=1 left 5, 1+5=6 want 16 no.").falseSteps()).isEqualTo(1);
    }

    @Test
    void a_check_is_judged_by_the_whole_way_from_the_numbers() {
        assertThat(read("13+8=21 left 5, 21-5=16 want 16 no.").rejectedRight()).isEqualTo(1);
        assertThat(read("13+8=21 left 5, 21+5=26 want 16 yes!").acceptedWrong()).isEqualTo(1);
        // The last sum is true, but the 11 it starts from is not.
        assertThat(read("13-8=11 left 5, 11+5=16 want 16 yes!").acceptedWrong()).isEqualTo(1);
        // Two of three numbers make the target: that is no solution.
        assertThat(CountdownVerifierTest.problem(21, 13, 5, 8))
                .satisfies(problem -> assertThat(new CountdownThoughts()
                                .read(problem, "13+8=21 left 5 want 21 yes!")
                                .acceptedWrong())
                        .isEqualTo(1));
    }

    @Test
    void low_and_high_are_ways_to_say_no() {
        assertThat(read("13-8=5 left 5, 5+5=10 want 16 low. 5*5=25 want 16 high."))
                .isEqualTo(new ThoughtBehaviour(3, 0, 0, 0, 0, 0, 0, 2));
        assertThat(read("13+8=21 left 5, 21-5=16 want 16 low.").rejectedRight()).isEqualTo(1);
    }

    @Test
    void the_same_equation_from_the_same_numbers_is_a_revisit_in_either_order() {
        assertThat(read("13+8=21 left 5, 21+5=26 want 16 no. 5+21=26 want 16 no.")
                        .revisits())
                .isEqualTo(1);
        assertThat(read("13+8=21 left 5, 21+5=26 want 16 no. Wait, 8+13=21 left 5, 21-5=16 want 16 yes!")
                        .revisits())
                .isEqualTo(1);
        assertThat(read("13-8=5 left 5, 5-5=0 want 16 no. Wait, 8-13=-5 left 5.")
                        .revisits())
                .isZero();
    }

    @Test
    void returns_to_any_earlier_numbers_of_a_four_number_search() {
        Problem problem = CountdownVerifierTest.problem(44, 5, 7, 3, 8);
        ThoughtBehaviour behaviour = new CountdownThoughts()
                .read(
                        problem,
                        " Go in order: 5+7=12 left 3 and 8, 12*3=36 left 8, 36-8=28 want 44 no. 36+8=44 want 44 yes!"
                                + " Wait, 12+8=20 left 3, 20*3=60 want 44 no. Wait, 5*7=35 left 3 8, 35+8=43 left 3,");
        assertThat(behaviour).isEqualTo(new ThoughtBehaviour(8, 0, 2, 0, 1, 0, 0, 2));
    }

    @Test
    void a_step_that_the_end_cuts_off_is_not_held_against_the_thought() {
        assertThat(read("13+8=2")).isEqualTo(ThoughtBehaviour.NONE);
        assertThat(read("13+8=21 left 5, 21-5=1")).isEqualTo(new ThoughtBehaviour(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(read("13+8=21 left")).isEqualTo(new ThoughtBehaviour(1, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void waiting_without_trying_again_is_no_backtrack() {
        assertThat(read("Wait, Wait, Wait, 13+8=21 left 5, Wait, Wait, 13-8=5 left 5, Wait,")
                        .backtracks())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no.",
                "yes! yes!",
                "=",
                "13+8=",
                "99999999999+1=100000000000",
                "left left left",
                "\u0000",
                "😀"
            })
    void garbage_is_read_as_nothing(String garbage) {
        assertThat(read(garbage)).isEqualTo(ThoughtBehaviour.NONE);
    }

    @Test
    void long_garbage_is_read_in_passing() {
        assertThat(read("1+1=2 left 1 ".repeat(20_000)).steps()).isEqualTo(20_000);
        assertThat(read("1".repeat(1_000_000))).isEqualTo(ThoughtBehaviour.NONE);
        assertThat(read(" left 1".repeat(100_000))).isEqualTo(ThoughtBehaviour.NONE);
    }

    private static ThoughtBehaviour read(String thought) {
        return new CountdownThoughts().read(SIXTEEN, thought);
    }
}
