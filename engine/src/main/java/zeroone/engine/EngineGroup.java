package zeroone.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import zeroone.model.CausalLm;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.WeightFormat;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenListener;

/**
 * Several engines on the same weights, each with a thread and a core of its own, among which requests are dealt out. For
 * a small model on a CPU this is faster than many cores per operation. What a request gets does not depend on the engine.
 */
public final class EngineGroup implements StreamingGenerator, AutoCloseable {
    /** An engine and the requests that it has not answered yet. */
    private record Member(EngineThread thread, AtomicInteger requests) {}

    private final List<Member> members = new ArrayList<>();

    /**
     * @param size how many engines; each may run {@code config.maxSequences()} sequences
     */
    public EngineGroup(CausalLm model, ReservedTokens reserved, EngineConfig config, int size) {
        this(() -> new Engine(model, reserved, config), size);
    }

    /**
     * A group of engines on packed copies of the model, one core each. They never wait for each other, so a busy machine
     * slows them down no more than it must; each has its own copy, so this is for models that are small or batches that
     * are large.
     */
    public static EngineGroup packed(
            CausalLm model, ReservedTokens reserved, WeightFormat format, EngineConfig config, int size) {
        return new EngineGroup(() -> Engine.packed(model, reserved, format, 1, config), size);
    }

    EngineGroup(Supplier<Engine> engines, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a group needs at least one engine: " + size);
        }
        Runnable first = size > 1 ? () -> NativeLibrary.useThreads(1) : () -> {};
        try {
            for (int i = 0; i < size; i++) {
                members.add(new Member(new EngineThread(engines.get(), "engine-" + i, first), new AtomicInteger()));
            }
        } catch (RuntimeException | Error failure) { // there may not be enough memory for as many
            close();
            throw failure;
        }
    }

    /** The engine with the fewest requests answers. */
    @Override
    public Generation submit(GenerationRequest request, TokenListener listener) {
        synchronized (members) {
            Member member = members.stream()
                    .min(Comparator.comparingInt(m -> m.requests().get()))
                    .orElseThrow();
            return submit(member, request, listener);
        }
    }

    private static Generation submit(Member member, GenerationRequest request, TokenListener listener) {
        Generation generation = member.thread().submit(request, listener);
        member.requests().incrementAndGet();
        generation.completion().whenComplete((_, _) -> member.requests().decrementAndGet());
        return generation;
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        requests.forEach(members.getFirst().thread()::check);
        AtomicInteger next = new AtomicInteger();
        return new GenerationCall(
                        requests,
                        listener,
                        (request, heard) ->
                                submit(members.get(next.getAndIncrement() % members.size()), request, heard))
                .results();
    }

    /** What all engines keep in memory together. */
    public MemoryPlan memoryPlan() {
        return members.getFirst().thread().memoryPlan().times(members.size());
    }

    @Override
    public int contextLength() {
        return members.getFirst().thread().contextLength();
    }

    /** Closes every engine; throws what the first that could not be closed threw. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (Member member : members) {
            try {
                member.thread().close();
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
