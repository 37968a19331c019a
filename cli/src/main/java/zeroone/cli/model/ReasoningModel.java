package zeroone.cli.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import zeroone.engine.Engine;
import zeroone.engine.EngineConfig;
import zeroone.engine.EngineGroup;
import zeroone.engine.EngineThread;
import zeroone.engine.MachineMemory;
import zeroone.evaluation.scaling.InferenceFlops;
import zeroone.evaluation.scaling.ModelShape;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.WeightFormat;
import zeroone.text.Message;
import zeroone.text.template.ChatTemplate;
import zeroone.text.template.PromptEncoder;
import zeroone.text.tokenizer.HuggingFaceTokenizer;

/**
 * A Hugging Face directory in memory: weights, tokenizer and chat template.
 *
 * @param directory where it was read from
 */
public record ReasoningModel(Path directory, CausalLm weights, HuggingFaceTokenizer tokenizer, PromptEncoder prompts)
        implements AutoCloseable {
    /** Tokens of a step: enough that a prompt is read at full speed, few enough that others hardly wait for it. */
    private static final int STEP_TOKENS = 512;

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException if there is none, or its tokenizer is that of another model
     */
    public static ReasoningModel load(Path directory, DType precision, Device device) {
        require(directory);
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.load(directory);
        PromptEncoder prompts = PromptEncoder.of(tokenizer, ChatTemplate.load(directory));
        CausalLm weights = ModelDirectory.load(directory, precision, device);
        if (tokenizer.vocabularySize() > weights.config().vocabularySize()) {
            throw new IllegalArgumentException(directory + ": its tokenizer has " + tokenizer.vocabularySize()
                    + " tokens and its model only " + weights.config().vocabularySize()
                    + "; use the tokenizer.json that the model was trained with");
        }
        return new ReasoningModel(directory, weights, tokenizer, prompts);
    }

    /**
     * Makes sure that a model lies there, before anything is begun with it.
     *
     * @throws IllegalArgumentException if none does
     */
    public static void require(Path directory) {
        if (!Files.exists(directory.resolve("config.json"))) {
            throw new IllegalArgumentException("there is no model in " + directory
                    + ": a model is a Hugging Face directory with config.json, model.safetensors and tokenizer.json");
        }
    }

    /**
     * An engine over these weights on all cores.
     *
     * @param format of the weights on a CPU; a GPU takes them as they are
     * @param memory of this machine, which a GPU does not use
     * @throws IllegalArgumentException if the machine has no room for it
     */
    public Engine engine(int maxSequences, WeightFormat format, EngineMemory memory) {
        int context = memory.context().orElse(contextLength());
        if (weights.device() != Device.CPU) {
            return new Engine(weights, tokenizer, memory.sized(new EngineConfig(maxSequences, context)));
        }
        int cores = Runtime.getRuntime().availableProcessors();
        EngineConfig config =
                memory.machine().fit(weights, format, cores, memory.sized(config(maxSequences, context, true)));
        memory.planned().accept(Engine.plan(weights, format, cores, config));
        return Engine.packed(weights, tokenizer, format, cores, config);
    }

    /** An engine with a thread of its own, that takes requests while others run. */
    public EngineThread service(int maxSequences, WeightFormat format, EngineMemory memory) {
        return new EngineThread(engine(maxSequences, format, memory), "engine");
    }

    /**
     * Engines whose weights may change between two calls, for reinforcement learning: one on each core.
     *
     * @param cores how many on a CPU; a GPU has one engine
     */
    public EngineGroup learningEngines(int maxSequences, int cores) {
        if (weights.device() != Device.CPU) {
            return new EngineGroup(weights, tokenizer.reserved(), new EngineConfig(maxSequences, contextLength()), 1);
        }
        int each = (maxSequences + cores - 1) / cores;
        MachineMemory share = new MachineMemory(MachineMemory.now().available() / cores);
        EngineConfig config = share.fit(weights, format(), 1, config(each, contextLength(), false));
        return EngineGroup.packed(weights, tokenizer.reserved(), format(), config, cores);
    }

    /** The format in which the weights lose nothing that the model's precision keeps. */
    public WeightFormat format() {
        return weights.precision() == DType.FLOAT32 ? WeightFormat.FLOAT32 : WeightFormat.BFLOAT16;
    }

    private static EngineConfig config(int maxSequences, int context, boolean prefixCache) {
        return new EngineConfig(maxSequences, context, Math.max(STEP_TOKENS, 2 * maxSequences), 0, prefixCache);
    }

    /** The most tokens of prompt and completion together. */
    public int contextLength() {
        return weights.config().maxPositions();
    }

    /** The ids of a question, ending with the token that begins the thought. */
    public int[] prompt(String question) {
        return prompts.encode(List.of(Message.user(question)));
    }

    /** What sequences of this model cost. */
    public InferenceFlops flops() {
        var config = weights.config();
        return new InferenceFlops(
                new ModelShape(weights.productParameterCount(), config.layers(), config.heads(), config.headSize()));
    }

    @Override
    public void close() {
        weights.close();
        tokenizer.close();
    }
}
