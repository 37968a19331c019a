package zeroone.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import zeroone.model.CausalLm;
import zeroone.tensor.Gradients;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;

/**
 * Turns a model into a {@link Generator}: sequences share every forward pass, join when a slot is free and leave as they
 * finish. Everything happens in {@link #step}. To be used by one thread at a time.
 */
public final class Engine implements Generator, AutoCloseable {
    /** Below it a distribution is all on one token, and logits divided by less would not be numbers any more. */
    private static final double LOWEST_TEMPERATURE = 1e-6;

    private final CausalLm model;
    private final ReservedTokens reserved;
    private final EngineConfig config;
    private final KeyValueCache cache;
    private final ModelRunner runner;
    private final float[] probabilities; // rows of the current step, [B, V]

    private final Deque<Sequence> waiting = new ArrayDeque<>();
    private final List<Sequence> running = new ArrayList<>(); // index = slot

    public Engine(CausalLm model, ReservedTokens reserved, EngineConfig config) {
        if (config.contextLength() > model.config().maxPositions()) {
            throw new IllegalArgumentException("the engine's context of " + config.contextLength()
                    + " tokens is longer than the model's " + model.config().maxPositions());
        }
        requireInVocabulary(model, reserved.endThought(), "ends a thought");
        requireInVocabulary(model, reserved.endOfTurn(), "ends a turn");
        this.model = model;
        this.reserved = reserved;
        this.config = config;
        this.cache = new KeyValueCache(model, Shapes.rows(config.maxSequences()), config.contextLength());
        this.runner = new ModelRunner(model, cache);
        this.probabilities = new float
                [Math.multiplyExact(config.maxSequences(), model.config().vocabularySize())];
    }

    private static void requireInVocabulary(CausalLm model, int id, String use) {
        int vocabulary = model.config().vocabularySize();
        if (id >= vocabulary) {
            throw new IllegalArgumentException("the token that " + use + " is " + id
                    + ", outside the model's vocabulary of " + vocabulary + ": is the tokenizer that of this model?");
        }
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        requests.forEach(this::check);
        List<Completion[]> results = new ArrayList<>();
        for (int r = 0; r < requests.size(); r++) {
            GenerationRequest request = requests.get(r);
            results.add(new Completion[request.samples()]);
            for (int sample = 0; sample < request.samples(); sample++) {
                waiting.add(new Sequence(r, sample, request, reserved));
            }
        }
        try (Gradients _ = Gradients.off()) {
            while (!waiting.isEmpty() || !running.isEmpty()) {
                step(listener, results);
            }
        } finally {
            waiting.clear(); // a listener that throws must not leave its sequences to the next call
            running.clear();
        }
        return results.stream().map(List::of).toList();
    }

    /** Lets sequences in, runs the model over their next tokens, samples, and publishes what came of it. */
    private void step(GenerationListener listener, List<Completion[]> results) {
        try (TensorScope _ = new TensorScope()) {
            int firstSlot = running.size();
            List<Sequence> joined = schedule();
            List<Sequence> stepped = joined.isEmpty() ? running : joined;
            Tensor logits = joined.isEmpty() ? decode() : prefill(joined, firstSlot);
            sample(logits, stepped);
            publish(stepped, listener, results);
        }
    }

    /**
     * Sequences that join now. A prefill stops the running ones for a step, so newcomers wait until a quarter of the
     * slots is free.
     */
    private List<Sequence> schedule() {
        int free = config.maxSequences() - running.size();
        List<Sequence> joined = new ArrayList<>();
        if (running.isEmpty() || 4 * free >= config.maxSequences()) {
            while (free-- > 0 && !waiting.isEmpty()) {
                joined.add(waiting.remove());
            }
            running.addAll(joined);
        }
        return joined;
    }

    private Tensor prefill(List<Sequence> joined, int firstSlot) {
        Map<GenerationRequest, Integer> distinct = new IdentityHashMap<>();
        List<int[]> prompts = new ArrayList<>();
        int[] promptOfSlot = new int[joined.size()];
        for (int i = 0; i < promptOfSlot.length; i++) {
            GenerationRequest request = joined.get(i).request();
            Integer known = distinct.get(request);
            if (known == null) {
                known = prompts.size();
                distinct.put(request, known);
                prompts.add(request.prompt());
            }
            promptOfSlot[i] = known;
        }
        return runner.prefill(prompts.toArray(int[][]::new), promptOfSlot, firstSlot);
    }

    private Tensor decode() {
        int[] tokens = running.stream().mapToInt(Sequence::lastToken).toArray();
        int[] positions = running.stream().mapToInt(Sequence::lastPosition).toArray();
        return runner.decode(tokens, positions);
    }

    private void sample(Tensor logits, List<Sequence> stepped) {
        int vocabulary = model.config().vocabularySize();
        Tensor scaled = temperatures(stepped, logits);
        scaled.softmax(-1).copyTo(probabilities);
        for (int row = 0; row < stepped.size(); row++) {
            stepped.get(row).advance(probabilities, row * vocabulary, vocabulary);
        }
    }

    private Tensor temperatures(List<Sequence> stepped, Tensor logits) {
        float[] inverse = new float[stepped.size()];
        boolean all = true;
        for (int row = 0; row < inverse.length; row++) {
            double temperature = stepped.get(row).request().sampling().temperature();
            inverse[row] = temperature == 0 ? 1 : (float) (1 / Math.max(temperature, LOWEST_TEMPERATURE));
            all &= inverse[row] == 1;
        }
        return all ? logits : logits.multiply(Tensor.of(inverse, model.device(), inverse.length, 1));
    }

    private void publish(List<Sequence> stepped, GenerationListener listener, List<Completion[]> results) {
        for (Sequence sequence : stepped) {
            listener.token(
                    sequence.requestIndex(), sequence.sampleIndex(), sequence.generated() - 1, sequence.lastToken());
            if (sequence.finished()) {
                results.get(sequence.requestIndex())[sequence.sampleIndex()] = sequence.completion();
            }
        }
        retire();
    }

    /** Takes finished sequences out and moves the last running ones into their slots. */
    private void retire() {
        List<Integer> holes = new ArrayList<>();
        List<Integer> movers = new ArrayList<>();
        int staying = (int) running.stream().filter(s -> !s.finished()).count();
        int longest = 0;
        for (int slot = 0; slot < running.size(); slot++) {
            boolean stays = !running.get(slot).finished();
            if (slot < staying && !stays) {
                holes.add(slot);
            } else if (slot >= staying && stays) {
                movers.add(slot);
                longest = Math.max(longest, running.get(slot).lastPosition());
            }
        }
        if (!movers.isEmpty()) {
            cache.move(toArray(movers), toArray(holes), longest);
            for (int i = 0; i < movers.size(); i++) {
                running.set(holes.get(i), running.get(movers.get(i)));
            }
        }
        running.subList(staying, running.size()).clear();
    }

    private static int[] toArray(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private void check(GenerationRequest request) {
        // long, because a budget may be as large as an int
        long needed = 1L
                + request.prompt().length
                + request.budget().thought()
                + request.budget().answer();
        if (needed > config.contextLength()) {
            throw new IllegalArgumentException("a prompt of " + request.prompt().length + " tokens, a thought of "
                    + request.budget().thought() + " and an answer of "
                    + request.budget().answer() + " need " + needed + " tokens of context: there are "
                    + config.contextLength() + "; lower the thinking budget or shorten the prompt");
        }
        for (int id : request.prompt()) {
            if (id < 0 || id >= model.config().vocabularySize()) {
                throw new IllegalArgumentException("prompt token " + id + " is outside the model's vocabulary of "
                        + model.config().vocabularySize());
            }
        }
    }

    @Override
    public int contextLength() {
        return config.contextLength();
    }

    @Override
    public void close() {
        cache.close();
    }
}
