package zeroone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

class CausalLmTest {
    private static final int VOCABULARY = 31;

    private static int[] ids(Random random, int length) {
        return random.ints(length, 0, VOCABULARY).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "4,2", "3,3", "6,2"})
    void explicit_and_fused_attention_are_the_same(int heads, int keyValueHeads) {
        Random random = new Random(heads * 10L + keyValueHeads);
        try (TensorScope _ = new TensorScope()) {
            for (int length : new int[] {1, 2, 7, 33}) {
                Tensor q = gaussian(random, 3, length, heads, 8);
                Tensor k = gaussian(random, 3, length, keyValueHeads, 8);
                Tensor v = gaussian(random, 3, length, keyValueHeads, 8);
                Tensor explicit = new CausalAttention.Explicit(length).attend(0, q, k, v);
                Tensor fused = new CausalAttention.Fused().attend(0, q, k, v);
                assertThat(explicit.shape()).containsExactly(3, length, heads * 8L);
                assertThat(explicit.toFloats()).containsExactly(fused.toFloats(), within(2e-6f));
            }
        }
    }

    private static Tensor gaussian(Random random, long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(values, Device.CPU, shape);
    }

    @ParameterizedTest
    @CsvSource({"4,1", "4,2"})
    void explicit_and_fused_attention_have_the_same_gradients(int heads, int keyValueHeads) {
        try (CausalLm model = TinyModels.random(TinyModels.config(heads, keyValueHeads, true), DType.FLOAT32, 5)) {
            float[][] explicit = gradients(model, new CausalAttention.Explicit(9));
            float[][] fused = gradients(model, new CausalAttention.Fused());
            for (int p = 0; p < explicit.length; p++) {
                assertThat(explicit[p]).as(model.parameters().get(p).name()).containsExactly(fused[p], within(2e-4f));
            }
        }
    }

    private static float[][] gradients(CausalLm model, CausalAttention attention) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.on()) {
            float[][] before = gradientsNow(model);
            Tensor ids = Tensor.of(new Random(3).longs(18, 0, VOCABULARY).toArray(), Device.CPU, 2, 9);
            Tensor positions = Tensor.of(new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, Device.CPU, 1, 9);
            Tensor logits = model.logits(model.hidden(ids, positions, attention));
            logits.logSoftmax(-1).narrow(-1, 4, 1).sum().backward();
            float[][] after = gradientsNow(model);
            for (int p = 0; p < after.length; p++) {
                for (int i = 0; i < after[p].length; i++) {
                    after[p][i] -= before[p][i];
                }
            }
            return after;
        }
    }

    private static float[][] gradientsNow(CausalLm model) {
        return model.parameters().stream()
                .map(p -> p.gradient()
                        .map(Tensor::toFloats)
                        .orElseGet(() -> new float[(int) p.value().elements()]))
                .toArray(float[][]::new);
    }

    @Test
    void a_position_is_blind_to_what_comes_after_it_and_to_the_rest_of_its_batch() {
        Random random = new Random(11);
        try (CausalLm model = TinyModels.random(TinyModels.config(4, 2, false), DType.FLOAT32, 1)) {
            for (int real = 1; real <= 12; real++) {
                int[] sequence = ids(random, real);
                int[] padded = Arrays.copyOf(sequence, 12);
                for (int t = real; t < 12; t++) {
                    padded[t] = random.nextInt(VOCABULARY);
                }
                float[] alone = TinyModels.logits(model, CausalAttention.on(Device.CPU, real), new int[][] {sequence});
                float[] crowded = TinyModels.logits(
                        model, CausalAttention.on(Device.CPU, 12), new int[][] {padded, ids(random, 12)});
                assertThat(Arrays.copyOf(crowded, alone.length)).containsExactly(alone, within(1e-5f));
            }
        }
    }

    @Test
    void a_position_sees_everything_before_it_and_where_it_stood() {
        try (CausalLm model = TinyModels.random(TinyModels.config(4, 1, true), DType.FLOAT32, 2)) {
            float[] last = last(model, 3, 8, 1, 5);
            assertThat(last(model, 4, 8, 1, 5)).as("another first token").isNotEqualTo(last);
            assertThat(last(model, 8, 3, 1, 5)).as("another order").isNotEqualTo(last);
        }
    }

    private static float[] last(CausalLm model, int... ids) {
        float[] logits = TinyModels.logits(model, CausalAttention.on(Device.CPU, ids.length), new int[][] {ids});
        return Arrays.copyOfRange(logits, logits.length - VOCABULARY, logits.length);
    }

    @Test
    void bfloat16_is_near_float32() {
        LlamaConfig config = TinyModels.config(4, 2, true);
        int[][] ids = {ids(new Random(1), 10)};
        try (CausalLm full = TinyModels.random(config, DType.FLOAT32, 3);
                CausalLm half = TinyModels.random(config, DType.BFLOAT16, 3)) {
            float[] a = TinyModels.logits(full, CausalAttention.on(Device.CPU, 10), ids);
            float[] b = TinyModels.logits(half, CausalAttention.on(Device.CPU, 10), ids);
            assertThat(b).containsExactly(a, within(0.1f)).isNotEqualTo(a);
        }
    }

    @Test
    void ids_and_positions_outside_the_model_are_refused() {
        try (CausalLm model = TinyModels.random(TinyModels.config(2, 1, true), DType.FLOAT32, 2)) {
            for (int id : new int[] {-1, VOCABULARY}) {
                assertThatThrownBy(() -> last(model, 1, id))
                        .isInstanceOf(RuntimeException.class)
                        .hasMessageContaining("out of range");
            }
            assertThatThrownBy(() -> last(model, new int[65]))
                    .as("a context of 64")
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageContaining("out of range");
        }
    }

    @Test
    void weights_are_counted_and_listed_once() {
        try (CausalLm tied = TinyModels.random(TinyModels.config(4, 2, true), DType.FLOAT32, 1);
                CausalLm untied = TinyModels.random(TinyModels.config(4, 2, false), DType.FLOAT32, 1)) {
            long layer = 24 * (4 + 2 + 2) * 8 + 4 * 8 * 24 + 3 * 24 * 20;
            long embedding = 31 * 24;
            assertThat(tied.parameterCount()).isEqualTo(embedding + 2 * (layer + 2 * 24) + 24);
            assertThat(untied.parameterCount()).isEqualTo(2 * embedding + 2 * (layer + 2 * 24) + 24);
            assertThat(tied.productParameterCount()).isEqualTo(embedding + 2 * layer);
            assertThat(untied.productParameterCount()).isEqualTo(embedding + 2 * layer);
            assertThat(tied.parameters().stream().map(Parameter::name)).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_model_and_its_forward_pass_leave_nothing_behind() {
        long before = NativeLibrary.liveObjects();
        for (int i = 0; i < 3; i++) {
            try (TensorScope _ = new TensorScope();
                    CausalLm model = TinyModels.random(TinyModels.config(4, 2, false), DType.BFLOAT16, 1)) {
                last(model, 1, 2, 3);
            }
        }
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }
}
