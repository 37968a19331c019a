package zeroone.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.Taskset;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;
import zeroone.tasks.WorkedSolution;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;
import zeroone.text.template.ChatTemplate;
import zeroone.text.template.PromptEncoder;

/** A world of four letters: its tokenizer, its models, and a task that is solved by saying the right letter. */
public final class Letters implements Tokenizer {
    public static final ReservedTokens RESERVED = new ReservedTokens(4, 5, 6, 7);
    public static final Letters TOKENIZER = new Letters();
    public static final PromptEncoder PROMPTS = new PromptEncoder(
            TOKENIZER, Map.of("<think>", 4, "</think>", 5, "<|end|>", 6, "<|pad|>", 7), ChatTemplate.plain());

    static {
        NativeLibrary.useThreads(1); // handing so little work to other threads takes longer than doing it
    }

    private Letters() {}

    @Override
    public int[] encode(String text) {
        return text.chars().map(c -> (c - 'a') & 3).toArray();
    }

    @Override
    public String decode(int[] ids) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(ids).filter(id -> id < 4).forEach(id -> text.append((char) ('a' + id)));
        return text.toString();
    }

    @Override
    public int vocabularySize() {
        return 8;
    }

    @Override
    public ReservedTokens reserved() {
        return RESERVED;
    }

    /** A model that has learned nothing; {@code spread} is the deviation of its weights. */
    public static CausalLm model(DType precision, long seed, double spread) {
        LlamaConfig config = new LlamaConfig(
                8,
                16,
                24,
                2,
                2,
                1,
                8,
                10_000,
                1e-5,
                64,
                false,
                DataType.F32,
                List.of(6),
                OptionalInt.empty(),
                OptionalInt.of(7));
        Random random = new Random(seed);
        CausalLm model = ModelDirectory.random(config, precision, Device.CPU, random);
        try (TensorScope _ = new TensorScope()) {
            for (Parameter parameter : model.parameters()) {
                boolean norm = parameter.value().shape().length == 1;
                float[] values = new float[(int) parameter.value().elements()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (random.nextGaussian() * spread + (norm ? 1 : 0));
                }
                parameter.set(Tensor.of(values, Device.CPU, parameter.value().shape()));
            }
        }
        return model;
    }

    /** All weights, parameter by parameter. */
    public static float[][] weights(CausalLm model) {
        return model.parameters().stream().map(p -> p.value().toFloats()).toArray(float[][]::new);
    }

    /** Say "b", and perhaps something more. */
    public static Task sayB() {
        return task((_, answer) -> answer.contains("b") ? Verdict.CORRECT : Verdict.incorrect("there is no b in it"));
    }

    /** Prompts of three letters, which the given verifier judges answers to. */
    public static Task task(Verifier verifier) {
        Taskset problems = new Taskset() {
            @Override
            public String name() {
                return "letters";
            }

            @Override
            public Problem problem(Split split, long seed, long index) {
                String prompt = prompt(seed + index * 7 + (split == Split.TRAIN ? 0 : 1));
                return new Problem(
                        "letters", split + "-" + seed + "-" + index, prompt, JsonNodeFactory.instance.objectNode());
            }

            @Override
            public Verifier verifier() {
                return verifier;
            }
        };
        return new Task(
                problems,
                (problem, random) -> new WorkedSolution(letters(random, random.nextInt(6)), "b" + problem.prompt()),
                (_, thought) -> new ThoughtBehaviour(thought.length(), 0, 1, 0, 1, 0, 0, 0));
    }

    private static String prompt(long number) {
        return letters(new Random(number), 3);
    }

    private static String letters(RandomGenerator random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('a' + random.nextInt(4)));
        }
        return text.toString();
    }
}
