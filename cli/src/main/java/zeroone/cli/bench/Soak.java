package zeroone.cli.bench;

import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import zeroone.cli.model.ReasoningModel;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tensor.NativeLibrary;
import zeroone.text.CounterRandom;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenListener;

/** Many short requests one after the other: what is in memory must not grow with their number. */
public final class Soak {
    private static final int REPORTS = 20;

    private final ReasoningModel model;
    private final Task task;

    public Soak(ReasoningModel model, Task task) {
        this.model = model;
        this.task = task;
    }

    /**
     * @param atOnce requests that wait or run at the same time
     */
    public void run(StreamingGenerator generator, int count, int atOnce, Consumer<String> say) {
        Semaphore places = new Semaphore(atOnce);
        for (int i = 0; i < count; i++) {
            places.acquireUninterruptibly();
            generator.submit(request(i), TokenListener.NONE).completion().whenComplete((_, _) -> places.release());
            if ((i + 1) % Math.max(1, count / REPORTS) == 0) {
                say.accept(String.format(
                        Locale.ROOT,
                        "%,d requests: %,.1f MB resident, %,d native objects",
                        i + 1,
                        NativeLibrary.residentBytes() / 1e6,
                        NativeLibrary.liveObjects()));
            }
        }
        places.acquireUninterruptibly(atOnce);
    }

    private GenerationRequest request(int index) {
        return new GenerationRequest(
                model.prompt(task.problems().problem(Split.TEST, 0, index % 512).prompt()),
                SamplingParameters.PLAIN,
                new ThinkingBudget(index % 12, 4),
                1,
                CounterRandom.of(index));
    }
}
