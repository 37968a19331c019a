package zeroone.text.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.text.CounterRandom;

class RequestsTest {
    private static final SamplingParameters PLAIN = SamplingParameters.PLAIN;

    private static GenerationRequest request(ThinkingBudget budget, int samples) {
        return new GenerationRequest(new int[] {1}, PLAIN, budget, samples, CounterRandom.of(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void min_p_is_a_share(double p) {
        assertThatThrownBy(() -> PLAIN.withMinP(p)).hasMessage("minP must be in [0, 1]: " + p);
    }

    @Test
    void penalties_are_within_what_the_field_uses() {
        assertThatThrownBy(() -> PLAIN.withPenalties(0, 0, 0)).hasMessageContaining("repetitionPenalty");
        assertThatThrownBy(() -> PLAIN.withPenalties(Double.NaN, 0, 0)).hasMessageContaining("repetitionPenalty");
        assertThatThrownBy(() -> PLAIN.withPenalties(1, 2.1, 0)).hasMessage("presencePenalty must be in [-2, 2]: 2.1");
        assertThatThrownBy(() -> PLAIN.withPenalties(1, 0, -3)).hasMessage("frequencyPenalty must be in [-2, 2]: -3.0");
        assertThat(PLAIN.withPenalties(1.2, 0, 0).penalises()).isTrue();
        assertThat(PLAIN.withPenalties(1, -1, 0).penalises()).isTrue();
        assertThat(PLAIN.penalises()).isFalse();
    }

    @Test
    void biases_are_bounded_in_value_and_number() {
        assertThatThrownBy(() -> PLAIN.withLogitBias(Map.of(-1, 0f))).hasMessageContaining("-1 to 0.0");
        assertThatThrownBy(() -> PLAIN.withLogitBias(Map.of(3, 101f))).hasMessageContaining("3 to 101.0");
        assertThatThrownBy(() -> PLAIN.withLogitBias(Map.of(3, Float.NaN))).hasMessageContaining("3 to NaN");
        Map<Integer, Float> many = new HashMap<>();
        for (int i = 0; i < 1025; i++) {
            many.put(i, 1f);
        }
        assertThatThrownBy(() -> PLAIN.withLogitBias(many)).hasMessageContaining("at most 1024 tokens: 1025");
        assertThat(PLAIN.withLogitBias(Map.of(3, -100f)).logitBias()).containsEntry(3, -100f);
    }

    @Test
    void a_budget_adds_up_with_its_bridge() {
        ThinkingBudget budget = new ThinkingBudget(10, 5).withBridge(new Bridge(List.of(1, 2), List.of(3)));
        assertThat(budget.total()).isEqualTo(10 + 2 + 1 + 1 + 5);
        assertThat(new ThinkingBudget(Integer.MAX_VALUE, Integer.MAX_VALUE).total())
                .isEqualTo(2L * Integer.MAX_VALUE + 1);
    }

    @Test
    void a_thought_cannot_have_to_be_longer_than_it_may() {
        assertThatThrownBy(() -> new ThinkingBudget(9, 5).withMinimum(new MinimumThought(10, 0, List.of())))
                .hasMessage("a thought of at most 9 tokens cannot have at least 10; lower the minimum or raise the"
                        + " budget");
        assertThatThrownBy(() -> new MinimumThought(-1, 0, List.of())).hasMessageContaining("-1, 0");
        assertThatThrownBy(() -> new MinimumThought(0, 2, List.of())).hasMessageContaining("to ignore 2 ends");
        assertThatThrownBy(() -> new SoftClose(-1, 3)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new SoftClose(0, 0)).hasMessageContaining("at least 1: 0");
    }

    @Test
    void stops_are_texts_and_ids() {
        assertThatThrownBy(() -> new StopConditions(List.of("a", ""), Set.of())).hasMessageContaining("empty");
        assertThatThrownBy(() -> new StopConditions(List.of(), Set.of(-3))).hasMessageContaining("-3");
        assertThatThrownBy(() -> new StopConditions(Collections.nCopies(65, "x"), Set.of()))
                .hasMessageContaining("at most 64 stop strings");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 21})
    void alternatives_are_few(int count) {
        assertThatThrownBy(() -> DecodingOptions.DEFAULTS.withAlternatives(count))
                .hasMessage("alternatives must be in [0, 20]: " + count);
    }

    @Test
    void only_a_single_sample_is_resumed_and_only_within_its_budget() {
        Resumed three = Resumed.of(1, 2, 3);
        assertThat(request(new ThinkingBudget(2, 1), 1)
                        .resumedAfter(three)
                        .resumed()
                        .tokens())
                .containsExactly(1, 2, 3);
        assertThatThrownBy(() -> request(new ThinkingBudget(2, 1), 2).resumedAfter(three))
                .hasMessageContaining("only a single sample can be resumed: there are 2");
        assertThatThrownBy(() -> request(new ThinkingBudget(0, 1), 1).resumedAfter(three))
                .hasMessageContaining("the 3 tokens to resume from are more than the budget allows in all: 2");
        assertThatThrownBy(() -> new Resumed(new int[2], new float[1], new float[2], new int[0]))
                .hasMessageContaining("2 tokens, 1 and 2 values");
        assertThatThrownBy(() -> new Resumed(new int[2], new float[2], new float[2], new int[] {1, 1}))
                .hasMessageContaining("must ascend within the 2 tokens");
        assertThatThrownBy(() -> new Resumed(new int[2], new float[2], new float[2], new int[] {2}))
                .hasMessageContaining("number 0 is 2");
    }

    @Test
    void what_was_cut_short_can_be_resumed() {
        Completion cut = new Completion(
                new int[] {7},
                new int[] {1, 2, 3},
                new float[] {-1, 0, -2},
                new float[] {-1.5f, 0, -2.5f},
                List.of(),
                3,
                false,
                new int[] {1},
                FinishReason.CANCELLED,
                Optional.empty(),
                PLAIN);
        Resumed resumed = Resumed.of(cut);
        assertThat(resumed.tokens()).containsExactly(1, 2, 3);
        assertThat(resumed.forced()).containsExactly(1);
        assertThat(resumed.rawLogProbs()).containsExactly(-1.5f, 0, -2.5f);
        assertThat(cut.sampled(0)).isTrue();
        assertThat(cut.sampled(1)).isFalse();
    }

    @Test
    void an_answer_is_what_stands_between_the_marks() {
        int[] tokens = {1, 9, 2, 3};
        for (FinishReason reason : FinishReason.values()) {
            Completion completion = new Completion(
                    new int[] {7},
                    tokens,
                    new float[4],
                    new float[4],
                    List.of(),
                    1,
                    false,
                    new int[0],
                    reason,
                    reason == FinishReason.ERROR ? Optional.of("why") : Optional.empty(),
                    PLAIN);
            boolean marked = reason == FinishReason.STOP || reason == FinishReason.STOP_TOKEN;
            assertThat(completion.answer())
                    .as(reason.name())
                    .containsExactly(marked ? new int[] {2} : new int[] {2, 3});
        }
    }

    @Test
    void an_error_is_told_if_and_only_if_there_was_one() {
        for (FinishReason reason : List.of(FinishReason.ERROR, FinishReason.STOP)) {
            Optional<String> wrong = reason == FinishReason.ERROR ? Optional.empty() : Optional.of("why");
            assertThatThrownBy(() -> new Completion(
                            new int[1],
                            new int[0],
                            new float[0],
                            new float[0],
                            List.of(),
                            0,
                            false,
                            new int[0],
                            reason,
                            wrong,
                            PLAIN))
                    .hasMessageContaining("if and only if");
        }
    }

    @Test
    void a_score_is_greedy_if_every_token_is_the_most_likely() {
        assertThat(new ContinuationScore(new float[] {-1, -2}, new boolean[] {true, true}).greedy())
                .isTrue();
        assertThat(new ContinuationScore(new float[] {-1, -2}, new boolean[] {true, false}).greedy())
                .isFalse();
        assertThat(new ContinuationScore(new float[] {-1, -2}, new boolean[] {true, false}).total())
                .isEqualTo(-3);
        assertThatThrownBy(() -> new Continuation(new int[0], new int[1])).hasMessageContaining("0 and 1");
    }
}
