package zeroone.evaluation.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.tasks.ThoughtBehaviour;

class BehaviourSummaryTest {
    private final BehaviourSummary summary = BehaviourSummary.of(
            List.of(new ThoughtBehaviour(10, 1, 3, 2, 3, 1, 1, 5), new ThoughtBehaviour(6, 1, 0, 0, 0, 0, 0, 0)), 500);

    @Test
    void counts_are_shown_per_thought_and_per_thousand_tokens() {
        assertThat(summary.tokensPerThought()).isEqualTo(250);
        assertThat(summary.stepsPerThought()).isEqualTo(8);
        assertThat(summary.backtracksPerThought()).isEqualTo(1.5);
        assertThat(summary.checksPerThought()).isEqualTo(5);
        assertThat(summary.backtracksPerThousandTokens()).hasValue(6);
        assertThat(summary.checksPerThousandTokens()).hasValue(20);
    }

    @Test
    void false_steps_and_revisits_are_shares_of_all_steps() {
        assertThat(summary.falseStepShare()).hasValue(0.125);
        assertThat(summary.revisitShare()).hasValue(0.125);
    }

    @Test
    void a_check_is_judged_by_what_it_says_of_right_and_of_wrong_things() {
        assertThat(summary.yesWhenRight()).hasValue(0.75);
        assertThat(summary.noWhenRight()).hasValue(0.25);
        assertThat(summary.yesWhenWrong().orElseThrow()).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(summary.precisionOfYes()).hasValue(0.75);
    }

    @Test
    void a_share_without_a_single_case_is_unknown_not_zero() {
        BehaviourSummary silent = BehaviourSummary.of(List.of(ThoughtBehaviour.NONE), 0);

        assertThat(silent.falseStepShare()).isEmpty();
        assertThat(silent.precisionOfYes()).isEmpty();
        assertThat(silent.backtracksPerThousandTokens()).isEmpty();
        assertThat(silent.backtracksPerThought()).isZero();
    }

    @Test
    void no_thoughts_cannot_be_summarised() {
        assertThatThrownBy(() -> BehaviourSummary.of(List.of(), 0)).hasMessageContaining("at least one thought: 0");
    }
}
