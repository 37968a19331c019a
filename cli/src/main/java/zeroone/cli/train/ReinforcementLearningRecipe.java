package zeroone.cli.train;

import java.nio.file.Path;
import zeroone.tasks.catalog.FileTask;
import zeroone.tasks.catalog.Tasks;
import zeroone.tensor.Device;
import zeroone.tensor.LearningRate;
import zeroone.training.rl.ReinforcementLearningConfig;

/**
 * A recipe of reinforcement learning with a verifiable reward.
 *
 * @param kind always "reinforcement-learning"
 * @param name of the run
 * @param model directory of the model to start from; a relative path starts at the directory of ZeroOne
 * @param task name of the task whose verifier gives the reward, or a file of problems; a relative path starts at the
 *     directory of ZeroOne
 * @param precision what products are computed in
 * @param device cpu or cuda
 * @param threads cores to use, each for sequences or micro-batches of its own; 0 for all
 * @param maxSequences completions sampled at the same time
 * @param rl the training
 * @param curves what base and trained model are measured on
 */
public record ReinforcementLearningRecipe(
        String kind,
        String name,
        Path model,
        String task,
        Precision precision,
        Device device,
        int threads,
        int maxSequences,
        ReinforcementLearningConfig rl,
        CurvesConfig curves) {
    public static final String KIND = "reinforcement-learning";

    public static final ReinforcementLearningRecipe DEFAULTS = new ReinforcementLearningRecipe(
            KIND,
            "tiny",
            Path.of("models/base-tiny"),
            "countdown-3",
            Precision.BFLOAT16,
            Device.CPU,
            0,
            512,
            ReinforcementLearningConfig.DEFAULTS,
            CurvesConfig.DEFAULTS);

    public ReinforcementLearningRecipe {
        if (!kind.equals(KIND)) {
            throw new IllegalArgumentException("kind must be \"" + KIND + "\": " + kind);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (!FileTask.isFile(task)) {
            Tasks.named(task);
        }
        if (threads < 0) {
            throw new IllegalArgumentException("threads must not be negative (0 takes one a core): " + threads);
        }
        if (maxSequences < 1) {
            throw new IllegalArgumentException("maxSequences must be positive: " + maxSequences);
        }
        // Refuses a schedule that cannot be before anything is made.
        LearningRate _ = new LearningRate(rl.learningRate(), rl.warmupSteps(), rl.steps(), rl.learningRateFloor());
    }
}
