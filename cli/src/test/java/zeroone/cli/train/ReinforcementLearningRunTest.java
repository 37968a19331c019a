package zeroone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.cli.console.Terminal;
import zeroone.tensor.AdamW;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;
import zeroone.training.rl.ClippedPolicyLoss;
import zeroone.training.rl.ReinforcementLearningConfig;
import zeroone.training.runlog.RunDirectory;

class ReinforcementLearningRunTest {
    private static final int STEPS = 4;

    @TempDir
    private static Path shared;

    private static Path base = Path.of("");

    @TempDir
    private Path runs;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @BeforeAll
    static void learn_to_answer_with_a_digit() {
        // Next to no work an operation: more threads would only wait for each other.
        NativeLibrary.useThreads(1);
        base = OddDigit.baseModel(shared.resolve("base"));
    }

    @Test
    void a_run_shows_trains_measures_and_writes_everything_down() throws IOException {
        Path run = runs.resolve("whole");
        assertThat(run(run, () -> false)).isEqualTo(Outcome.FINISHED);

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("Three problems that it will not see in training", "base model, ", "Accuracy before training")
                .contains("   1/4", "   4/4", "mixed/right/wrong", "odd digit", "trained model, ", "report.html");
        for (String file : List.of("report.html", "report.json", "curves.png", "curves-parallel.png")) {
            assertThat(run.resolve(file)).isNotEmptyFile();
        }
        assertThat(run.resolve("model/model.safetensors")).isNotEmptyFile();
        assertThat(run.resolve("model/tokenizer.json")).isNotEmptyFile();

        List<JsonNode> metrics = lines(run.resolve("metrics.jsonl"));
        assertThat(metrics.stream().map(row -> row.path("step").asInt())).containsExactly(0, 1, 2, 3, 4);
        assertThat(metrics.get(1).has("eval_accuracy")).isFalse();
        assertThat(metrics.get(2).path("eval_n").asInt()).isEqualTo(8);
        assertThat(metrics.get(4).has("eval_accuracy")).isTrue();
        assertThat(metrics.get(4).path("tokens_per_second").asDouble()).isPositive();
        List<JsonNode> attempts = lines(run.resolve("attempts.jsonl"));
        assertThat(attempts)
                .allSatisfy(row -> assertThat(row.path("step").asInt()).isBetween(1, STEPS));
        assertThat(attempts.getFirst().path("task").asString()).isEqualTo("odd-digit");

        JsonNode report = JsonMapper.shared().readTree(run.resolve("report.json"));
        assertThat(report.path("models")).hasToString("[\"base\",\"trained\"]");
        assertThat(report.path("train_curve")
                        .valueStream()
                        .map(p -> p.path("step").asInt()))
                .containsExactly(0, 2, 4);
        assertThat(report.path("train_curve").path(2).path("flops").asDouble()).isPositive();
        assertThat(report.path("test_curves")
                        .valueStream()
                        .map(p -> p.path("strategy").asString())
                        .distinct())
                .containsExactlyInAnyOrder("natural", "forced_budget", "majority_vote", "pass_at_k");
        assertThat(report.path("test_curves").path(0).propertyNames())
                .contains("model", "strategy", "budget", "tokens", "flops", "n", "accuracy", "low", "high");
        assertThat(report.path("settings").path("rl.steps").asString()).isEqualTo("4");
        assertThat(report.path("samples").size()).isEqualTo(3);
        assertThat(report.path("samples").path(0).path("thoughts").size()).isEqualTo(2);
    }

    @Test
    void a_run_that_was_stopped_and_goes_on_gives_the_weights_of_an_unbroken_one_bit_for_bit() throws IOException {
        Path unbroken = runs.resolve("unbroken");
        run(unbroken, () -> false);
        Path broken = runs.resolve("broken");
        AtomicInteger asked = new AtomicInteger();
        assertThat(run(broken, () -> asked.incrementAndGet() >= 2)).isEqualTo(Outcome.STOPPED);
        assertThat(broken.resolve("model")).doesNotExist();
        // What a kill in the middle of the third step would leave behind.
        Files.writeString(broken.resolve("metrics.jsonl"), "{\"step\":3}\n{\"st", StandardOpenOption.APPEND);
        Files.writeString(broken.resolve("attempts.jsonl"), "{\"step\":3}\n", StandardOpenOption.APPEND);

        assertThat(run(broken, () -> false)).isEqualTo(Outcome.FINISHED);

        Path weights = Path.of("model/model.safetensors");
        assertThat(broken.resolve(weights)).hasSameBinaryContentAs(unbroken.resolve(weights));
        assertThat(broken.resolve(weights)).isNotEqualTo(base.resolve("model.safetensors"));
        assertThat(Files.mismatch(broken.resolve(weights), base.resolve("model.safetensors")))
                .as("training changes the weights")
                .isNotNegative();
        assertThat(broken.resolve("attempts.jsonl")).hasSameTextualContentAs(unbroken.resolve("attempts.jsonl"));
        assertThat(rewards(broken)).isEqualTo(rewards(unbroken));
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("Going on after step 2 of 4.");
    }

    @Test
    void a_stop_while_measuring_leaves_a_run_that_measures_again() throws IOException {
        Path run = runs.resolve("measuring");
        AtomicInteger asked = new AtomicInteger();
        assertThat(run(run, () -> asked.incrementAndGet() > STEPS + 5)).isEqualTo(Outcome.STOPPED);
        assertThat(run.resolve("report.json")).doesNotExist();
        assertThat(run(run, () -> false)).isEqualTo(Outcome.FINISHED);
        assertThat(lines(run.resolve("metrics.jsonl"))).hasSize(STEPS + 1);
        assertThat(run.resolve("report.json")).isNotEmptyFile();
    }

    private Outcome run(Path path, BooleanSupplier stop) {
        RunDirectory directory = new RunDirectory(path).create();
        Terminal terminal = Terminal.plain(new PrintStream(screen, true, StandardCharsets.UTF_8));
        return new ReinforcementLearningRun(
                        recipe(), OddDigit.TASK, base, directory, terminal, InstantSource.system(), stop)
                .run();
    }

    private static ReinforcementLearningRecipe recipe() {
        ReinforcementLearningConfig rl = new ReinforcementLearningConfig(
                STEPS,
                4,
                4,
                1,
                8,
                3,
                1,
                1,
                1e-3,
                0,
                1,
                new ClippedPolicyLoss(0.2, 0.28),
                AdamW.Config.DEFAULTS,
                1024,
                0.02,
                2,
                8,
                3,
                1);
        return new ReinforcementLearningRecipe(
                ReinforcementLearningRecipe.KIND,
                "test",
                base,
                "countdown-3",
                Precision.FLOAT32,
                Device.CPU,
                0,
                16,
                rl,
                new CurvesConfig(4, 8, 3, 2, 2, 1));
    }

    private static List<JsonNode> rewards(Path run) throws IOException {
        return lines(run.resolve("metrics.jsonl")).stream()
                .map(row -> row.path("reward"))
                .toList();
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
