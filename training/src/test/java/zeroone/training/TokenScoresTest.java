package zeroone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.engine.Engine;
import zeroone.engine.EngineConfig;
import zeroone.model.CausalAttention;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

class TokenScoresTest {
    private final CausalLm model = Letters.model(DType.FLOAT32, 1, 0.4);

    @AfterEach
    void close() {
        model.close();
    }

    private static List<TokenSequence> sequences(long seed) {
        Random random = new Random(seed);
        List<TokenSequence> sequences = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            int[] tokens = random.ints(2 + random.nextInt(20), 0, 8).toArray();
            boolean[] learned = new boolean[tokens.length];
            for (int t = 1; t < learned.length; t++) {
                learned[t] = random.nextInt(3) > 0;
            }
            learned[1] = true;
            sequences.add(new TokenSequence(tokens, learned));
        }
        return sequences;
    }

    private float[] scores(List<TokenSequence> sequences, double temperature) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            return TokenScores.logProbs(model, sequences, temperature).toFloats();
        }
    }

    /** One sequence alone, all logits, log-softmax in double precision. */
    private float[] slowly(TokenSequence sequence, double temperature) {
        int length = sequence.length();
        long[] ids = Arrays.stream(sequence.tokens()).asLongStream().toArray();
        long[] positions = new long[length];
        Arrays.setAll(positions, i -> i);
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            float[] logits = model.logits(model.hidden(
                            Tensor.of(ids, Device.CPU, 1, length),
                            Tensor.of(positions, Device.CPU, 1, length),
                            new CausalAttention.Fused()))
                    .toFloats();
            float[] scores = new float[sequence.learnedCount()];
            int next = 0;
            for (int t = 0; t < length; t++) {
                if (sequence.learned()[t]) {
                    double sum = 0;
                    for (int v = 0; v < 8; v++) {
                        sum += Math.exp(logits[(t - 1) * 8 + v] / temperature);
                    }
                    scores[next++] = (float) (logits[(t - 1) * 8 + sequence.tokens()[t]] / temperature - Math.log(sum));
                }
            }
            return scores;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3, 2.5})
    void scores_are_the_log_softmax_of_each_learned_token_whatever_the_batch_and_its_padding(double temperature) {
        List<TokenSequence> sequences = sequences(3);
        float[] batched = scores(sequences, temperature);
        int next = 0;
        for (TokenSequence sequence : sequences) {
            float[] expected = slowly(sequence, temperature);
            float[] part = Arrays.copyOfRange(batched, next, next + expected.length);
            assertThat(part).containsExactly(expected, within(1e-5f));
            assertThat(scores(List.of(sequence), temperature)).containsExactly(part, within(1e-5f));
            next += expected.length;
        }
        assertThat(next).isEqualTo(batched.length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 1.8})
    void trainer_and_sampler_report_the_same_log_probabilities(double temperature) {
        try (Engine engine = new Engine(model, Letters.RESERVED, new EngineConfig(5, 64))) {
            List<GenerationRequest> requests = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                requests.add(new GenerationRequest(
                        new int[] {i, 3, 4},
                        new SamplingParameters(temperature, 0, 1),
                        new ThinkingBudget(6 * i, 5),
                        4,
                        CounterRandom.of(i)));
            }
            int compared = 0;
            for (List<Completion> samples : engine.generate(requests)) {
                List<TokenSequence> sequences = samples.stream()
                        .map(c -> TokenSequence.completion(c.prompt(), c.tokens()))
                        .toList();
                float[] trainer = scores(sequences, temperature);
                int next = 0;
                for (Completion completion : samples) {
                    for (int t = 0; t < completion.tokens().length; t++, next++) {
                        if (completion.sampled(t)) {
                            assertThat(trainer[next]).isCloseTo(completion.logProbs()[t], within(1e-4f));
                            compared++;
                        }
                    }
                }
            }
            assertThat(compared).isGreaterThan(50);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 60})
    void the_gradient_does_not_depend_on_the_split_into_micro_batches(int microBatchTokens) {
        List<TokenSequence> sequences = sequences(4);
        float[][] whole = gradients(sequences, 1_000_000);
        float[][] split = gradients(sequences, microBatchTokens);
        for (int p = 0; p < whole.length; p++) {
            assertThat(split[p]).as(model.parameters().get(p).name()).containsExactly(whole[p], within(1e-5f));
        }
        assertThat(whole[0]).isNotEqualTo(new float[whole[0].length]);
    }

    private float[][] gradients(List<TokenSequence> sequences, int microBatchTokens) {
        try (CausalLm fresh = Letters.model(DType.FLOAT32, 1, 0.4);
                Gradients _ = Gradients.on();
                TensorScope _ = new TensorScope()) {
            for (int[] batch : MicroBatches.pack(sequences, microBatchTokens)) {
                TokenScores.logProbs(
                                fresh,
                                Arrays.stream(batch).mapToObj(sequences::get).toList(),
                                1)
                        .sum()
                        .multiply(-0.01)
                        .backward();
            }
            return fresh.parameters().stream()
                    .map(p -> p.gradient().orElseThrow().toFloats())
                    .toArray(float[][]::new);
        }
    }

    @Test
    void what_is_not_learned_has_no_score() {
        assertThat(scores(List.of(new TokenSequence(new int[] {1, 2, 3}, new boolean[3])), 1))
                .isEmpty();
    }

    @Test
    void scoring_leaves_nothing_behind() {
        scores(sequences(1), 1);
        long before = NativeLibrary.liveObjects();
        scores(sequences(1), 0.5);
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void a_completion_is_learned_and_its_prompt_is_not() {
        TokenSequence sequence = TokenSequence.completion(new int[] {1, 2}, new int[] {3, 4, 5});
        assertThat(sequence.tokens()).containsExactly(1, 2, 3, 4, 5);
        assertThat(sequence.learned()).containsExactly(false, false, true, true, true);
        assertThat(sequence.length()).isEqualTo(5);
        assertThat(sequence.learnedCount()).isEqualTo(3);
    }

    @Test
    void what_nothing_predicts_cannot_be_learned() {
        for (boolean[] learned : List.of(new boolean[] {true, true}, new boolean[] {false})) {
            assertThatThrownBy(() -> new TokenSequence(new int[] {1, 2}, learned))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> TokenSequence.completion(new int[0], new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("starts with a token that is not predicted");
    }

    @Test
    void micro_batches_hold_every_sequence_once_within_their_size() {
        List<TokenSequence> sequences = sequences(9);
        for (int limit : new int[] {1, 10, 40, 1000}) {
            List<Integer> all = new ArrayList<>();
            int previous = Integer.MAX_VALUE;
            for (int[] batch : MicroBatches.pack(sequences, limit)) {
                int width = Arrays.stream(batch)
                        .map(i -> sequences.get(i).length())
                        .max()
                        .orElseThrow();
                assertThat(batch.length == 1 || batch.length * width <= limit).isTrue();
                assertThat(width).isLessThanOrEqualTo(previous);
                previous = width;
                Arrays.stream(batch).forEach(all::add);
            }
            assertThat(all).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        }
        assertThat(MicroBatches.pack(List.of(), 10)).isEmpty();
    }
}
