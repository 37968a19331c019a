package zeroone.cli.bench;

import java.util.ArrayList;
import java.util.List;
import zeroone.cli.model.ReasoningModel;
import zeroone.engine.EngineConfig;
import zeroone.engine.EngineGroup;
import zeroone.evaluation.scaling.InferenceFlops;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tensor.DType;
import zeroone.tensor.WeightFormat;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/** Samples completions of one length after real prompts, as reinforcement learning does. */
public final class RolloutBench {
    private final ReasoningModel model;
    private final Task task;
    private final int tokens;

    /**
     * @param tokens of each completion, at least 2
     */
    public RolloutBench(ReasoningModel model, Task task, int tokens) {
        this.model = model;
        this.task = task;
        this.tokens = tokens;
    }

    /**
     * @param sequences at the same time
     * @param perProblem sequences that share a prompt
     */
    public Throughput measure(Machine machine, int sequences, int perProblem) {
        List<GenerationRequest> requests = requests(sequences, perProblem);
        double one = seconds(requests(1, 1));
        double all = seconds(requests);
        double context = requests.getFirst().prompt().length + tokens / 2.0;
        return new Throughput(
                sequences * (double) tokens / all,
                all / tokens,
                flops(requests) / all / machine.flops(model.weights().precision()),
                stepBytes(sequences, context) * tokens / all / machine.readBytesPerSecond(),
                Math.min(1, one / all));
    }

    private double seconds(List<GenerationRequest> requests) {
        int slots = requests.stream().mapToInt(GenerationRequest::samples).sum();
        int cores = Math.min(Runtime.getRuntime().availableProcessors(), requests.size());
        int each = (slots + cores - 1) / cores;
        EngineConfig config = new EngineConfig(each, model.contextLength(), Math.max(512, 2 * each), 0, false);
        WeightFormat format =
                model.weights().precision() == DType.FLOAT32 ? WeightFormat.FLOAT32 : WeightFormat.BFLOAT16;
        try (EngineGroup engine = EngineGroup.packed(model.weights(), endless(), format, config, cores)) {
            return Stopwatch.best(model.weights().device(), 1, () -> engine.generate(requests));
        }
    }

    /** Marks that a model does not write: every completion gets as long as it may. */
    private ReservedTokens endless() {
        ReservedTokens own = model.tokenizer().reserved();
        return new ReservedTokens(own.endThought(), own.beginThought(), own.padding(), own.padding());
    }

    private List<GenerationRequest> requests(int sequences, int perProblem) {
        List<GenerationRequest> requests = new ArrayList<>();
        for (int i = 0; i < sequences / perProblem; i++) {
            requests.add(new GenerationRequest(
                    model.prompt(task.problems().problem(Split.TEST, 0, i).prompt()),
                    SamplingParameters.PLAIN,
                    new ThinkingBudget(tokens - 2, 1),
                    perProblem,
                    CounterRandom.of(i)));
        }
        return requests;
    }

    /** Each prompt is read once, each sampled token once. */
    private double flops(List<GenerationRequest> requests) {
        InferenceFlops flops = model.flops();
        double sum = 0;
        for (GenerationRequest request : requests) {
            int prompt = request.prompt().length;
            sum += flops.forward(prompt) + request.samples() * (flops.forward(prompt + tokens) - flops.forward(prompt));
        }
        return sum;
    }

    /** Weights once, and every sequence's keys and values. */
    private double stepBytes(int sequences, double context) {
        var config = model.weights().config();
        int bytes = model.weights().precision().bytes();
        double cache = 2.0 * config.layers() * config.keyValueHeads() * config.headSize() * context * bytes;
        return (double) model.weights().productParameterCount() * bytes + sequences * cache;
    }
}
