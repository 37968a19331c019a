package zeroone.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;

/**
 * Says what its script says, within the budget: a thought that is too long is cut and closed by force, an answer that is
 * too long is cut. Every token has log-probability -1. A request that is submitted is answered on virtual threads, one a
 * sample, and obeys what is asked of its samples, except that grammars, soft closes and minimum thoughts do not bind a
 * script. Remembers what it was asked.
 */
public final class ScriptedGenerator implements StreamingGenerator {
    private final int contextLength;
    private final ReservedTokens reserved;
    private final @Nullable Tokenizer tokenizer;
    private final Script script;
    private final Pace pace;
    private final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();

    /** What a model would write if no budget stopped it. */
    public interface Script {
        /** The tokens of a sample: thought, end-of-thought token, answer, end-of-turn token. */
        int[] tokens(GenerationRequest request, int sample);
    }

    /** Lets a test say when the next token of a submitted request comes: returns when it may. */
    public interface Pace {
        Pace AT_ONCE = () -> {};

        void await() throws InterruptedException;
    }

    public ScriptedGenerator(int contextLength, ReservedTokens reserved, Script script) {
        this(contextLength, reserved, null, script, Pace.AT_ONCE);
    }

    /** One that knows text, so that stop strings stop it. */
    public ScriptedGenerator(int contextLength, Tokenizer tokenizer, Script script, Pace pace) {
        this(contextLength, tokenizer.reserved(), tokenizer, script, pace);
    }

    private ScriptedGenerator(
            int contextLength, ReservedTokens reserved, @Nullable Tokenizer tokenizer, Script script, Pace pace) {
        this.contextLength = contextLength;
        this.reserved = reserved;
        this.tokenizer = tokenizer;
        this.script = script;
        this.pace = pace;
    }

    /** Says the scripts in order, one for each sample of each request, and starts again after the last. */
    public static ScriptedGenerator inTurn(int contextLength, ReservedTokens reserved, List<int[]> scripts) {
        return new ScriptedGenerator(contextLength, reserved, inTurn(scripts));
    }

    /** The scripts in order, one for each sample of each request, and again after the last. */
    public static Script inTurn(List<int[]> scripts) {
        if (scripts.isEmpty()) {
            throw new IllegalArgumentException("a scripted generator needs at least one script");
        }
        AtomicInteger next = new AtomicInteger();
        return (request, sample) -> scripts.get(next.getAndIncrement() % scripts.size());
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
    public Generation submit(GenerationRequest request, TokenListener listener) {
        List<ScriptedSample> samples = samples(request, listener, pace);
        samples.forEach(sample -> Thread.ofVirtual().name("scripted-sample").start(sample));
        List<RunningSample> handles = List.copyOf(samples);
        return () -> handles;
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> batch, GenerationListener listener) {
        List<List<Completion>> all = new ArrayList<>();
        for (int r = 0; r < batch.size(); r++) {
            int index = r;
            TokenListener each = (RunningSample sample, TokenEvent event) ->
                    listener.token(index, event.sample(), event.position(), event.token());
            List<Completion> completions = new ArrayList<>();
            for (ScriptedSample sample : samples(batch.get(r), each, Pace.AT_ONCE)) {
                sample.run();
                completions.add(told(sample.completion().join()));
            }
            all.add(completions);
        }
        return all;
    }

    @Override
    public int contextLength() {
        return contextLength;
    }

    private static Completion told(Completion completion) {
        if (completion.finishReason() == FinishReason.ERROR) {
            throw new IllegalStateException(completion.error().orElseThrow());
        }
        return completion;
    }

    private List<ScriptedSample> samples(GenerationRequest request, TokenListener listener, Pace eachToken) {
        if (request.prompt().length + request.budget().total() > contextLength) {
            throw new IllegalArgumentException("a prompt of " + request.prompt().length + " and a budget of "
                    + request.budget().total() + " tokens do not fit into a context of " + contextLength);
        }
        requests.add(request);
        AtomicInteger numbers = new AtomicInteger(request.samples());
        List<ScriptedSample> samples = new ArrayList<>();
        for (int s = 0; s < request.samples(); s++) {
            CounterRandom random = request.random().split(s);
            ScriptedSample.Role role = new ScriptedSample.Role(request, reserved, tokenizer, eachToken, numbers);
            samples.add(new ScriptedSample(s, role, script.tokens(request, s), random, listener));
        }
        return samples;
    }
}
