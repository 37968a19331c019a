package zeroone.evaluation.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;

/**
 * A model that needs a known number of tokens to think. The prompt is one token, the problem's number p; the thought is
 * {@code thoughtLength(p)} tokens 1; the answer is 2 ("right") if it could think to its end, else 3 ("wrong"). Sample s of a
 * problem answers by {@code answer} where one is given.
 */
final class ScriptedThinker implements Generator {
    static final int END_OF_THOUGHT = 8;
    static final int END_OF_TURN = 9;

    private final IntUnaryOperator thoughtLength;
    private final List<List<Integer>> answers;
    final List<GenerationRequest> asked = new ArrayList<>();

    private ScriptedThinker(IntUnaryOperator thoughtLength, List<List<Integer>> answers) {
        this.thoughtLength = thoughtLength;
        this.answers = answers;
    }

    static ScriptedThinker needing(IntUnaryOperator thoughtLength) {
        return new ScriptedThinker(thoughtLength, List.of());
    }

    /** The answer token of every sample of every problem; thoughts have 2 tokens. */
    static ScriptedThinker answering(List<List<Integer>> answers) {
        return new ScriptedThinker(problem -> 2, answers);
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        asked.addAll(requests);
        return requests.stream().map(this::complete).toList();
    }

    private List<Completion> complete(GenerationRequest request) {
        List<Completion> samples = new ArrayList<>();
        for (int sample = 0; sample < request.samples(); sample++) {
            int problem = request.prompt()[0];
            int wanted = thoughtLength.applyAsInt(problem);
            int thought = Math.min(wanted, request.budget().thought());
            boolean cut = wanted > thought;
            int answer = cut ? 3 : answers.isEmpty() ? 2 : answers.get(problem).get(sample);
            int[] tokens = new int[thought + 3];
            Arrays.fill(tokens, 0, thought, 1);
            tokens[thought] = END_OF_THOUGHT;
            tokens[thought + 1] = answer;
            tokens[thought + 2] = END_OF_TURN;
            samples.add(new Completion(
                    request.prompt(),
                    tokens,
                    new float[tokens.length],
                    thought,
                    cut,
                    FinishReason.STOP,
                    request.sampling()));
        }
        return samples;
    }

    @Override
    public int contextLength() {
        return 4096;
    }
}
