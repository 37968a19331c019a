package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenListener;

/** A model whose numbers overflow at one token, in engines that have room for one sequence. */
class OverflowTest {
    private static final EngineConfig CONFIG = new EngineConfig(1, 96);

    @Test
    void numbers_that_overflow_in_one_sequence_do_not_reach_the_next_in_its_place() {
        GenerationRequest good = request(1, 2);
        try (CausalLm model =
                TinyModels.random(2, DType.FLOAT32, 5)) { // embeddings and scores have weights of their own
            int[] expected = generate(model, good);
            int poison = IntStream.range(3, TinyModels.VOCABULARY)
                    .filter(token -> Arrays.stream(expected).noneMatch(said -> said == token))
                    .findFirst()
                    .orElseThrow();
            forget(model, poison);
            int[] poisoned = new int[40];
            Arrays.fill(poisoned, poison);
            try (Engine engine = new Engine(model, TinyModels.RESERVED, CONFIG)) {
                assertThatThrownBy(() -> engine.generate(List.of(request(poisoned))))
                        .hasMessageContaining("not numbers");
                assertThat(engine.generate(List.of(good)).getFirst().getFirst().tokens())
                        .containsExactly(expected);
            }
        }
    }

    /** A prompt of 80 tokens is read in two parts: after the first of them nothing was scored yet. */
    private static final EngineConfig IN_PARTS = new EngineConfig(1, 96, 40, 0, false);

    @Test
    void nor_do_those_of_one_that_is_cancelled_before_anything_was_scored() {
        afterOverflow((engine, poisoned) -> {
            Generation cancelled = engine.open(poisoned, TokenListener.NONE);
            engine.step();
            cancelled.cancel();
        });
    }

    @Test
    void nor_those_of_one_that_loses_its_place_before_anything_was_scored() {
        afterOverflow((engine, poisoned) -> {
            engine.open(poisoned.with(DecodingOptions.BATCH), TokenListener.NONE);
            engine.step();
        });
    }

    @Test
    void nor_those_that_a_fork_has_taken_over_before_anything_was_scored() {
        afterOverflow((engine, poisoned) -> {
            Generation generation = engine.open(poisoned, TokenListener.NONE);
            RunningSample parent = generation.samples().getFirst();
            engine.step();
            RunningSample fork = parent.fork(CounterRandom.of(2), TokenListener.NONE);
            parent.cancel();
            engine.step();
            fork.cancel();
        });
    }

    private static void afterOverflow(BiConsumer<Engine, GenerationRequest> overflow) {
        GenerationRequest good = request(1, 2);
        try (CausalLm model = TinyModels.random(2, DType.FLOAT32, 5)) {
            int[] expected = generate(model, good);
            int poison = IntStream.range(3, TinyModels.VOCABULARY)
                    .filter(token -> Arrays.stream(expected).noneMatch(said -> said == token))
                    .findFirst()
                    .orElseThrow();
            forget(model, poison);
            int[] poisoned = new int[80];
            Arrays.fill(poisoned, poison);
            try (Engine engine = new Engine(model, TinyModels.RESERVED, IN_PARTS)) {
                overflow.accept(engine, request(poisoned));
                Completion next = engine.generate(List.of(good)).getFirst().getFirst();
                assertThat(next.tokens()).containsExactly(expected);
            }
        }
    }

    private static GenerationRequest request(int... prompt) {
        return new GenerationRequest(
                prompt, SamplingParameters.GREEDY, new ThinkingBudget(4, 2), 1, CounterRandom.of(1));
    }

    private static int[] generate(CausalLm model, GenerationRequest request) {
        try (Engine engine = new Engine(model, TinyModels.RESERVED, CONFIG)) {
            return engine.generate(List.of(request)).getFirst().getFirst().tokens();
        }
    }

    /** Makes the embedding of a token no numbers. */
    private static void forget(CausalLm model, int token) {
        Parameter embeddings = model.parameters().stream()
                .filter(parameter -> parameter.name().contains("embed_tokens"))
                .findFirst()
                .orElseThrow();
        try (TensorScope _ = new TensorScope()) {
            float[] values = embeddings.value().toFloats();
            int width = model.config().hiddenSize();
            Arrays.fill(values, token * width, (token + 1) * width, Float.NaN);
            embeddings.set(Tensor.of(values, Device.CPU, TinyModels.VOCABULARY, width));
        }
    }
}
