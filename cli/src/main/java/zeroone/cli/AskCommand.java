package zeroone.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.cli.console.Terminal;
import zeroone.cli.console.ThoughtPrinter;
import zeroone.cli.console.VerdictText;
import zeroone.cli.model.Effort;
import zeroone.cli.model.ModelChoice;
import zeroone.cli.model.ReasoningModel;
import zeroone.cli.question.KnownQuestion;
import zeroone.engine.Engine;
import zeroone.tasks.Grader;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/** Lets a model think about one question and answer it, watched as it does. */
@Command(
        name = "ask",
        description = {
            "Lets a model think about a question and answer it, e.g. \"Use 3, 7 and 4 to make 25.\"",
            "Where a verifier knows this kind of question, it judges the answer."
        })
final class AskCommand implements Callable<Integer> {
    private static final Grader GRADER = new Grader(Duration.ofSeconds(10));

    private final Surroundings surroundings;

    @Parameters(paramLabel = "QUESTION")
    private String question = "";

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "A model directory (default: that of the newest finished run, else the bundled base model).")
    private Optional<Path> model = Optional.empty();

    @Mixin
    private WeightsOption weights = new WeightsOption();

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @ArgGroup
    private Thinking thinking = new Thinking();

    private static final class Thinking {
        @Option(
                names = "--effort",
                description =
                        "low, medium or high: an eighth, half or all of the tokens that the context leaves for a thought"
                                + " (default: high).")
        private Effort effort = Effort.HIGH;

        @Option(names = "--think", paramLabel = "N", description = "The most tokens to think, 0 or more.")
        private Optional<Integer> tokens = Optional.empty();
    }

    @Option(
            names = "--answer",
            paramLabel = "N",
            description = "The most tokens of the answer (default: 64, or an eighth of a small context).")
    private Optional<Integer> answerTokens = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same answer (default: 0).")
    private long seed;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            defaultValue = "1",
            description = "0 takes the likeliest token each time (default: ${DEFAULT-VALUE}).")
    private double temperature = 1;

    AskCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Optional<KnownQuestion> known = KnownQuestion.of(question);
        Path directory = model.orElseGet(() -> ModelChoice.newest(surroundings.home()));
        Terminal terminal = surroundings.terminal();
        try (ReasoningModel loaded = ReasoningModel.load(directory, DType.FLOAT32, Device.CPU);
                Engine engine = loaded.engine(1, weights.format(), memory.engine(_ -> {}))) {
            // The model has learned problems in the task's own words.
            int[] prompt = loaded.prompt(known.map(k -> k.problem().prompt()).orElse(question));
            GenerationRequest request = new GenerationRequest(
                    prompt,
                    new SamplingParameters(temperature, 0, 1),
                    budget(engine.contextLength(), prompt.length),
                    1,
                    CounterRandom.of(seed).split("ask"));
            ThoughtPrinter printer = new ThoughtPrinter(terminal, loaded.tokenizer());
            Completion completion =
                    engine.generate(List.of(request), printer).getFirst().getFirst();
            printer.finish();
            terminal.out().println(terminal.dim(verdict(known, loaded, completion)));
            return 0;
        }
    }

    private ThinkingBudget budget(int context, int promptLength) {
        int answer = answerTokens.orElse(Math.clamp(context / 8, 1, 64));
        int room = context - promptLength - 1 - answer;
        if (room < 0) {
            throw new UserException("the question has " + promptLength + " tokens and the answer may have " + answer
                    + ", which the context of " + context + " tokens cannot hold; ask a shorter question");
        }
        int thought = thinking.tokens.orElse(thinking.effort.thoughtTokens(room));
        if (thought < 0 || thought > room) {
            throw new UserException(
                    "--think " + thought + ": must be from 0 to " + room + ", which is what a prompt of "
                            + promptLength + " tokens and an answer of " + answer + " leave of the context of "
                            + context);
        }
        return new ThinkingBudget(thought, answer);
    }

    private static String verdict(Optional<KnownQuestion> known, ReasoningModel loaded, Completion completion) {
        String tokens = completion.thoughtLength() + " tokens of thought"
                + (completion.closeForced() ? ", cut by its budget" : "") + "; ";
        return tokens
                + known.map(k -> "verifier: "
                                + VerdictText.of(GRADER.grade(
                                        k.verifier(),
                                        k.problem(),
                                        loaded.tokenizer().decode(completion.answer()))))
                        .orElse("no verifier knows this kind of question");
    }
}
