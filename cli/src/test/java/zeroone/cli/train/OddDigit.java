package zeroone.cli.train;

import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.cli.model.ReasoningModel;
import zeroone.cli.model.TinyModel;
import zeroone.model.ModelDirectory;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.Taskset;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;
import zeroone.tasks.WorkedSolution;
import zeroone.tensor.AdamW;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.training.pretrain.Pretraining;
import zeroone.training.pretrain.PretrainingConfig;
import zeroone.training.pretrain.WorkedSolutionCorpus;

/** A task that any model can learn in a moment: the answer must be an odd digit. */
final class OddDigit {
    static final Task TASK = new Task(
            new Problems(),
            (problem, random) -> new WorkedSolution(digit(random) + digit(random), digit(random)),
            (problem, thought) -> new ThoughtBehaviour(thought.length(), 0, 1, 0, 1, 0, 0, 0));

    private OddDigit() {}

    private static String digit(RandomGenerator random) {
        return Integer.toString(random.nextInt(10));
    }

    /** A model that has read how people answer: with any digit. */
    static Path baseModel(Path directory) {
        TinyModel.write(directory);
        try (ReasoningModel model = ReasoningModel.load(directory, DType.FLOAT32, Device.CPU)) {
            PretrainingConfig config = new PretrainingConfig(
                    Map.of(TASK.name(), 1.0), 40, 256, 1e-2, 3, 0.1, AdamW.Config.DEFAULTS, 4096, 100, 1);
            WorkedSolutionCorpus corpus =
                    new WorkedSolutionCorpus(Map.of(TASK, 1.0), model.prompts(), model.tokenizer(), 1);
            try (Pretraining pretraining = new Pretraining(model.weights(), corpus, config, 1)) {
                for (int step = 0; step < config.steps(); step++) {
                    pretraining.step();
                }
            }
            ModelDirectory.write(model.weights(), directory, directory);
        }
        return directory;
    }

    private static final class Problems implements Taskset {
        @Override
        public String name() {
            return "odd-digit";
        }

        @Override
        public Problem problem(Split split, long seed, long index) {
            String id = split + " " + seed + " " + index;
            return new Problem(name(), id, "Digit " + index + "?", JsonNodeFactory.instance.objectNode());
        }

        @Override
        public Verifier verifier() {
            return (problem, answer) ->
                    answer.matches("[13579]") ? Verdict.CORRECT : Verdict.incorrect("it is no odd digit: " + answer);
        }
    }
}
