package zeroone.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import zeroone.model.CausalLm;
import zeroone.tensor.NativeLibrary;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;

/**
 * Several engines on the same weights, each with a thread and a core of its own, among which requests are dealt out. For
 * a small model on a CPU this is faster than many cores per operation. What a request gets does not depend on the engine.
 */
public final class EngineGroup implements Generator, AutoCloseable {
    private final List<Engine> engines = new ArrayList<>();
    private final List<ExecutorService> threads = new ArrayList<>();

    /**
     * @param size how many engines; each may run {@code config.maxSequences()} sequences
     */
    public EngineGroup(CausalLm model, ReservedTokens reserved, EngineConfig config, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a group needs at least one engine: " + size);
        }
        for (int i = 0; i < size; i++) {
            engines.add(new Engine(model, reserved, config));
            threads.add(Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("engine-" + i).factory()));
        }
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        int size = Math.min(engines.size(), requests.size());
        List<Future<List<List<Completion>>>> shares = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int first = i;
            List<GenerationRequest> share = new ArrayList<>();
            for (int r = first; r < requests.size(); r += size) {
                share.add(requests.get(r));
            }
            GenerationListener renumbered = (request, sample, position, token) -> {
                synchronized (listener) {
                    listener.token(first + request * size, sample, position, token);
                }
            };
            shares.add(threads.get(i).submit(() -> {
                if (engines.size() > 1) {
                    NativeLibrary.useThreads(1);
                }
                return engines.get(first).generate(share, renumbered);
            }));
        }
        shares.forEach(EngineGroup::finish); // all of them, also when one fails: none goes on behind the caller's back
        List<List<List<Completion>>> results =
                shares.stream().map(EngineGroup::join).toList();
        List<List<Completion>> inOrder = new ArrayList<>();
        for (int r = 0; r < requests.size(); r++) {
            inOrder.add(results.get(r % size).get(r / size));
        }
        return inOrder;
    }

    private static void finish(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException toldByJoin) {
            return;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an engine failed: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tokens were generated", interruption);
        }
    }

    @Override
    public int contextLength() {
        return engines.getFirst().contextLength();
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::close); // waits: nobody may be working on what is freed next
        engines.forEach(Engine::close);
    }
}
