package zeroone.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import zeroone.model.CausalLm;
import zeroone.tensor.Gradients;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Parameter;

/**
 * Computes the gradients of different micro-batches at the same time. Each worker is a thread with a replica of the
 * model; an operation runs on one core. For a small model that is faster than many cores per operation, and unlike them
 * it does not stall when another process takes a core away.
 *
 * <p>Micro-batch {@code i} goes to worker {@code i mod n} and gradients are added in the order of the workers, so the
 * result does not depend on timing.
 */
public final class GradientWorkers implements AutoCloseable {
    private final CausalLm model;
    private final List<CausalLm> replicas = new ArrayList<>(); // the model itself first
    private final List<ExecutorService> threads = new ArrayList<>();

    public GradientWorkers(CausalLm model, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker is needed: " + workers);
        }
        this.model = model;
        for (int worker = 0; worker < workers; worker++) {
            replicas.add(worker == 0 ? model : model.replica());
            threads.add(Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("gradients-" + worker).factory()));
        }
    }

    /**
     * Has every micro-batch worked on, with gradients recorded, and leaves the sum of all gradients in the model.
     *
     * @param work adds to the gradients of the replica it is given
     * @return what {@code work} returned, in the order of the batches
     */
    public <B, R> List<R> forEach(List<B> batches, BiFunction<CausalLm, B, R> work) {
        List<Future<List<R>>> shares = new ArrayList<>();
        int workers = replicas.size();
        for (int worker = 0; worker < workers; worker++) {
            int first = worker;
            CausalLm replica = replicas.get(worker);
            shares.add(threads.get(worker).submit(() -> {
                if (workers > 1) {
                    NativeLibrary.useThreads(1);
                }
                try (Gradients _ = Gradients.on()) {
                    List<R> results = new ArrayList<>();
                    for (int i = first; i < batches.size(); i += workers) {
                        results.add(work.apply(replica, batches.get(i)));
                    }
                    return results;
                }
            }));
        }
        shares.forEach(
                GradientWorkers::finish); // all of them, also when one fails: none goes on behind the caller's back
        List<List<R>> results = shares.stream().map(GradientWorkers::join).toList();
        for (CausalLm replica : replicas.subList(1, workers)) {
            List<Parameter> parameters = model.parameters();
            List<Parameter> theirs = replica.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).takeGradient(theirs.get(i));
            }
        }
        List<R> inOrder = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            inOrder.add(results.get(i % workers).get(i / workers));
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
            throw new IllegalStateException("a gradient worker failed: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while gradients were computed", interruption);
        }
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::close); // waits: nobody may be working on what is freed next
        replicas.subList(1, replicas.size()).forEach(CausalLm::close);
    }
}
