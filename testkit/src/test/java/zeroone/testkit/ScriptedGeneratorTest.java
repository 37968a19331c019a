package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

class ScriptedGeneratorTest {
    private final ByteTokenizer tokenizer = new ByteTokenizer();

    @Test
    void says_its_scripts_in_turn() {
        ScriptedGenerator generator = generator(script("hm", "1"), script("", "2"));
        List<List<Completion>> completions = generator.generate(List.of(request(10, 10, 2), request(10, 10, 1)));
        assertThat(completions.get(0)).extracting(this::thought).containsExactly("hm", "");
        assertThat(completions.get(0)).extracting(this::answer).containsExactly("1", "2");
        assertThat(completions.get(1)).extracting(this::answer).containsExactly("1");
        assertThat(completions.get(0).getFirst().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(completions.get(0).getFirst().closeForced()).isFalse();
        assertThat(generator.requests()).hasSize(2);
    }

    @Test
    void a_budget_closes_the_thought_by_force_and_cuts_the_answer() {
        Completion completion = generator(script("thinking", "long answer"))
                .generate(List.of(request(5, 4, 1)))
                .getFirst()
                .getFirst();
        assertThat(thought(completion)).isEqualTo("think");
        assertThat(answer(completion)).isEqualTo("long");
        assertThat(completion.closeForced()).isTrue();
        assertThat(completion.sampled(5)).isFalse();
        assertThat(completion.tokens()[5]).isEqualTo(257);
        assertThat(completion.logProbs()).containsExactly(-1, -1, -1, -1, -1, 0, -1, -1, -1, -1);
        assertThat(completion.finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void a_thought_of_exactly_the_budget_closes_itself() {
        Completion completion = generator(script("think", "ab"))
                .generate(List.of(request(5, 3, 1)))
                .getFirst()
                .getFirst();
        assertThat(completion.closeForced()).isFalse();
        assertThat(completion.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void a_listener_hears_every_token() {
        List<Integer> heard = new ArrayList<>();
        generator(script("a", "b"))
                .generate(List.of(request(5, 5, 1)), (request, sample, position, token) -> heard.add(token));
        assertThat(heard).containsExactly((int) 'a', 257, (int) 'b', 258);
    }

    @Test
    void requests_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> generator(script("a", "b")).generate(List.of(request(90, 20, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit into a context of 100");
    }

    private ScriptedGenerator generator(int[]... scripts) {
        return ScriptedGenerator.inTurn(100, ByteTokenizer.RESERVED, List.of(scripts));
    }

    private int[] script(String thought, String answer) {
        return ScriptedGenerator.script(tokenizer, thought, answer);
    }

    private String thought(Completion completion) {
        return tokenizer.decode(completion.thought());
    }

    private String answer(Completion completion) {
        return tokenizer.decode(completion.answer());
    }

    private static GenerationRequest request(int thought, int answer, int samples) {
        return new GenerationRequest(
                new int[] {256},
                SamplingParameters.PLAIN,
                new ThinkingBudget(thought, answer),
                samples,
                CounterRandom.of(1));
    }
}
