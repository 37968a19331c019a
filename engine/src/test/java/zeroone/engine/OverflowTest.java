package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.text.CounterRandom;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

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
