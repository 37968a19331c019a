package zeroone.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;
import zeroone.text.generation.ThinkingBudget;

/**
 * Says what its script says, within the budget: a thought that is too long is cut and closed by force, an answer that is
 * too long is cut. Every token has log-probability -1. Remembers what it was asked; not thread-safe.
 */
public final class ScriptedGenerator implements Generator {
    private final int contextLength;
    private final ReservedTokens reserved;
    private final Script script;
    private final List<GenerationRequest> requests = new ArrayList<>();

    /** What a model would write if no budget stopped it. */
    public interface Script {
        /** The tokens of a sample: thought, end-of-thought token, answer, end-of-turn token. */
        int[] tokens(GenerationRequest request, int sample);
    }

    public ScriptedGenerator(int contextLength, ReservedTokens reserved, Script script) {
        this.contextLength = contextLength;
        this.reserved = reserved;
        this.script = script;
    }

    /** Says the scripts in order, one for each sample of each request, and starts again after the last. */
    public static ScriptedGenerator inTurn(int contextLength, ReservedTokens reserved, List<int[]> scripts) {
        if (scripts.isEmpty()) {
            throw new IllegalArgumentException("a scripted generator needs at least one script");
        }
        int[] next = {0};
        return new ScriptedGenerator(
                contextLength, reserved, (request, sample) -> scripts.get(next[0]++ % scripts.size()));
    }

    /** The tokens of a thought and an answer, with the reserved tokens that end them. */
    public static int[] script(Tokenizer tokenizer, String thought, String answer) {
        int[] thoughtIds = tokenizer.encode(thought);
        int[] answerIds = tokenizer.encode(answer);
        int[] tokens = Arrays.copyOf(thoughtIds, thoughtIds.length + answerIds.length + 2);
        tokens[thoughtIds.length] = tokenizer.reserved().endThought();
        System.arraycopy(answerIds, 0, tokens, thoughtIds.length + 1, answerIds.length);
        tokens[tokens.length - 1] = tokenizer.reserved().endOfTurn();
        return tokens;
    }

    /** Every request so far, in order. */
    public List<GenerationRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> batch, GenerationListener listener) {
        List<List<Completion>> all = new ArrayList<>();
        for (int r = 0; r < batch.size(); r++) {
            GenerationRequest request = batch.get(r);
            if (request.prompt().length + request.budget().total() > contextLength) {
                throw new IllegalArgumentException("a prompt of " + request.prompt().length + " and a budget of "
                        + request.budget().total() + " tokens do not fit into a context of " + contextLength);
            }
            requests.add(request);
            List<Completion> samples = new ArrayList<>();
            for (int s = 0; s < request.samples(); s++) {
                Completion completion = complete(request, script.tokens(request, s));
                for (int t = 0; t < completion.tokens().length; t++) {
                    listener.token(r, s, t, completion.tokens()[t]);
                }
                samples.add(completion);
            }
            all.add(samples);
        }
        return all;
    }

    @Override
    public int contextLength() {
        return contextLength;
    }

    private Completion complete(GenerationRequest request, int[] script) {
        ThinkingBudget budget = request.budget();
        int close = indexOf(script, reserved.endThought());
        int thought = Math.min(close, budget.thought());
        boolean forced = close > budget.thought();
        int[] answer = close == script.length ? new int[0] : Arrays.copyOfRange(script, close + 1, script.length);
        int end = indexOf(answer, reserved.endOfTurn());
        int answered = Math.min(Math.min(end + 1, answer.length), budget.answer());
        boolean stopped = end < answered;

        boolean closed = forced || close < script.length;
        int[] tokens = Arrays.copyOf(script, thought + (closed ? 1 : 0) + answered);
        float[] logProbs = new float[tokens.length];
        Arrays.fill(logProbs, -1);
        if (closed) {
            tokens[thought] = reserved.endThought();
            logProbs[thought] = forced ? 0 : -1;
            System.arraycopy(answer, 0, tokens, thought + 1, answered);
        }
        return new Completion(
                request.prompt(),
                tokens,
                logProbs,
                thought,
                forced,
                stopped ? FinishReason.STOP : FinishReason.LENGTH,
                request.sampling());
    }

    /** Index of the first such token; the length if there is none. */
    private static int indexOf(int[] tokens, int token) {
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] == token) {
                return i;
            }
        }
        return tokens.length;
    }
}
