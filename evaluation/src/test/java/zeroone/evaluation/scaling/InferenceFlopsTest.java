package zeroone.evaluation.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InferenceFlopsTest {
    private final InferenceFlops flops = new InferenceFlops(new ModelShape(1000, 2, 4, 8));

    @Test
    void a_sequence_costs_two_operations_a_weight_and_token_plus_attention_to_all_earlier_tokens() {
        long attention = 0;
        for (int position = 1; position <= 10; position++) {
            int layersTimesWidth = 2 * 4 * 8;
            long scores = 2L * layersTimesWidth * position;
            long weightedValues = 2L * layersTimesWidth * position;
            attention += scores + weightedValues;
        }

        assertThat(flops.forward(10)).isEqualTo(2.0 * 10 * 1000 + attention);
        assertThat(flops.forward(0)).isZero();
    }

    @Test
    void learning_from_a_sample_costs_three_more_forward_passes() {
        assertThat(flops.trainedSample(10)).isEqualTo(4 * flops.forward(10));
    }

    @Test
    void long_sequences_do_not_overflow() {
        assertThat(new InferenceFlops(new ModelShape(1_000_000_000_000L, 100, 128, 128)).forward(10_000_000))
                .isPositive();
    }

    @Test
    void impossible_sizes_are_refused() {
        assertThatThrownBy(() -> new ModelShape(0, 1, 1, 1)).hasMessageContaining("positive sizes: 0 parameters");
        assertThatThrownBy(() -> flops.forward(-1)).hasMessageContaining("-1");
    }
}
