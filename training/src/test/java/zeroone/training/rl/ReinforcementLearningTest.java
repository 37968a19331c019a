package zeroone.training.rl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zeroone.engine.Engine;
import zeroone.engine.EngineConfig;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.tasks.Grader;
import zeroone.tasks.Task;
import zeroone.tasks.Verdict;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;
import zeroone.training.Letters;
import zeroone.training.checkpoint.Checkpoints;
import zeroone.training.rl.Samples.Settings;

class ReinforcementLearningTest {
    private static final Grader GRADER = new Grader(Duration.ofSeconds(60));

    @TempDir
    private Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    private CausalLm model(DType precision) {
        CausalLm model = Letters.model(precision, 1, 0.1);
        open.add(model);
        return model;
    }

    private ReinforcementLearning learning(CausalLm model, Task task, ReinforcementLearningConfig config) {
        Engine engine = new Engine(model, Letters.RESERVED, new EngineConfig(16, 32));
        open.add(engine);
        return learning(model, engine, task, config);
    }

    private ReinforcementLearning learning(
            CausalLm model, Generator generator, Task task, ReinforcementLearningConfig config) {
        ReinforcementLearning learning = new ReinforcementLearning(
                model, generator, Letters.PROMPTS, Letters.TOKENIZER, task, GRADER, config, 2);
        open.add(learning);
        return learning;
    }

    @Test
    void reward_alone_teaches_what_to_say() {
        ReinforcementLearning learning = learning(
                model(DType.FLOAT32),
                Letters.sayB(),
                Settings.DEFAULTS.steps(16).groups(6, 8, 0).rate(0.02).config(0.001));
        double first = 0;
        double last = 0;
        for (int step = 0; step < 16; step++) {
            double reward = learning.step().report().reward();
            first += step < 3 ? reward / 3 : 0;
            last += step >= 12 ? reward / 4 : 0;
        }
        assertThat(first).as("at first a matter of luck").isLessThan(0.6);
        assertThat(last).isGreaterThan(0.8);
    }

    @Test
    void sampler_and_trainer_agree_at_every_temperature() {
        for (double temperature : new double[] {0.7, 1, 1.5}) {
            ReinforcementLearning learning = learning(
                    model(DType.FLOAT32),
                    Letters.sayB(),
                    Settings.DEFAULTS.temperature(temperature).config(1e-4));
            for (int step = 0; step < 3; step++) {
                StepReport report = learning.step().report();
                assertThat(report.learnedTokens()).isPositive();
                assertThat(report.maxLogProbDifference()).isLessThan(1e-4);
                assertThat(report.skippedUpdates()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"FLOAT32", "BFLOAT16"})
    void a_run_that_was_resumed_is_the_run_that_was_never_stopped(DType precision) {
        ReinforcementLearningConfig config = Settings.DEFAULTS.updates(2).config(0.5);
        CausalLm unbroken = model(precision);
        float[][] start = Letters.weights(unbroken);
        ReinforcementLearning whole = learning(unbroken, Letters.sayB(), config);
        for (int step = 0; step < 5; step++) {
            whole.step();
        }

        CausalLm stopped = model(precision);
        ReinforcementLearning before = learning(stopped, Letters.sayB(), config);
        for (int step = 0; step < 3; step++) {
            before.step();
        }
        Checkpoints checkpoints = new Checkpoints(directory.resolve("checkpoints"), directory, 2);
        checkpoints.save(3, stopped, before.optimizer(), before.progress());
        before.step(); // lost when the run was killed

        Path saved = checkpoints.newest().orElseThrow();
        CausalLm resumed = ModelDirectory.load(Checkpoints.model(saved), precision, Device.CPU);
        open.add(resumed);
        ReinforcementLearning after = learning(resumed, Letters.sayB(), config);
        Checkpoints.restore(saved, resumed, after.optimizer());
        after.resume(Checkpoints.progress(saved, ReinforcementLearning.Progress.class));
        for (int step = 0; step < 2; step++) {
            after.step();
        }

        assertThat(after.progress()).isEqualTo(whole.progress());
        assertThat(after.progress().step()).isEqualTo(5);
        assertThat(Letters.weights(resumed)).isDeepEqualTo(Letters.weights(unbroken));
        assertThat(Letters.weights(resumed)[0]).isNotEqualTo(start[0]);
        assertThat(after.optimizer().steps()).isEqualTo(whole.optimizer().steps());
        for (int i = 0; i < start.length; i++) {
            assertThat(after.optimizer().mean(i).toFloats())
                    .isEqualTo(whole.optimizer().mean(i).toFloats());
            assertThat(after.optimizer().square(i).toFloats())
                    .isEqualTo(whole.optimizer().square(i).toFloats());
        }
    }

    @Test
    void steps_leave_no_native_objects_behind() {
        for (DType precision : List.of(DType.FLOAT32, DType.BFLOAT16)) {
            ReinforcementLearning learning = learning(model(precision), Letters.sayB(), Settings.DEFAULTS.config(0.5));
            long afterThree = 0;
            for (int step = 1; step <= 8; step++) {
                learning.step();
                afterThree = step == 3 ? NativeLibrary.liveObjects() : afterThree;
            }
            assertThat(NativeLibrary.liveObjects()).isEqualTo(afterThree);
        }
    }

    /** Says "b" in the samples of a request that the script wants right, "a" in the others. */
    private static ScriptedGenerator scripted(String... rightSamples) {
        List<GenerationRequest> seen = new ArrayList<>();
        return new ScriptedGenerator(64, Letters.RESERVED, (request, sample) -> {
            if (sample == 0) {
                seen.add(request);
            }
            String right = rightSamples[seen.size() - 1];
            return ScriptedGenerator.script(Letters.TOKENIZER, "cc", right.charAt(sample) == '1' ? "b" : "a");
        });
    }

    @Test
    void groups_without_a_signal_are_replaced_by_further_problems() {
        ScriptedGenerator generator = scripted("111", "010", "000", "110", "011", "111");
        CausalLm model = model(DType.FLOAT32);
        ReinforcementLearning learning = learning(
                model,
                generator,
                Letters.sayB(),
                Settings.DEFAULTS.groups(4, 3, 1).config(100));
        ReinforcementLearning.Step step = learning.step();
        assertThat(generator.requests()).hasSize(6);
        assertThat(step.groups()).hasSize(6);
        assertThat(step.groups().stream().map(g -> g.problem().id()).distinct()).hasSize(6);
        assertThat(step.report().mixedGroups()).isEqualTo(3);
        assertThat(step.report().allRightGroups()).isEqualTo(2);
        assertThat(step.report().allWrongGroups()).isEqualTo(1);
        assertThat(step.report().learnedTokens()).isEqualTo(3 * 3 * 5);
        assertThat(step.report().generatedTokens()).isEqualTo(6 * 3 * 5);
        assertThat(step.report().reward()).isCloseTo(11 / 18.0, within(1e-9));
        assertThat(learning.progress().nextProblem()).isEqualTo(6);
        double weights = model.productParameterCount();
        assertThat(learning.progress().totalFlops()).isEqualTo(2 * weights * 90 + 6 * weights * 45);
    }

    @Test
    void a_step_without_any_signal_changes_nothing_and_goes_on() {
        CausalLm model = model(DType.FLOAT32);
        float[][] before = Letters.weights(model);
        ReinforcementLearning learning = learning(
                model,
                scripted("111", "000", "111", "000"),
                Letters.sayB(),
                Settings.DEFAULTS.groups(2, 3, 1).config(100));
        StepReport report = learning.step().report();
        assertThat(report.learnedTokens()).isZero();
        assertThat(report.gradientNorm()).isZero();
        assertThat(Letters.weights(model)).isDeepEqualTo(before);
        assertThat(learning.progress().step()).isEqualTo(1);
        assertThat(learning.progress().nextProblem()).isEqualTo(4);
    }

    @Test
    void a_grader_that_breaks_is_counted_and_teaches_nothing() {
        CausalLm model = model(DType.FLOAT32);
        float[][] before = Letters.weights(model);
        Task broken = Letters.task((_, answer) -> {
            if (answer.equals("a")) {
                throw new IllegalStateException("cannot read a");
            }
            return Verdict.CORRECT;
        });
        ReinforcementLearning learning = learning(
                model,
                scripted("110", "100"),
                broken,
                Settings.DEFAULTS.groups(2, 3, 0).config(100));
        StepReport report = learning.step().report();
        assertThat(report.failedGrades()).isEqualTo(3);
        assertThat(report.reward()).as("of those that were judged").isEqualTo(1);
        assertThat(report.learnedTokens()).isZero();
        assertThat(Letters.weights(model)).isDeepEqualTo(before);
    }

    @Test
    void a_sampler_that_disagrees_with_the_trainer_stops_the_run() {
        CausalLm model = model(DType.FLOAT32);
        float[][] before = Letters.weights(model);
        ReinforcementLearning learning = learning(
                model,
                scripted("10", "10"),
                Letters.sayB(),
                Settings.DEFAULTS.groups(2, 2, 0).config(0.02));
        assertThatThrownBy(learning::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sampler and trainer disagree")
                .hasMessageContaining("at step 1")
                .hasMessageContaining("the limit is 0.02");
        assertThat(Letters.weights(model)).as("nothing was learned from it").isDeepEqualTo(before);
    }

    @Test
    void impossible_settings_are_refused_with_their_values() {
        refused(Settings.DEFAULTS.groups(4, 1, 1), "samples must be at least 2");
        refused(Settings.DEFAULTS.groups(0, 2, 1), "problems must be positive: 0");
        refused(Settings.DEFAULTS.groups(4, 2, -1), "refills must not be negative: -1");
        refused(Settings.DEFAULTS.temperature(0), "must be in (0, 10]: 0.0");
        refused(Settings.DEFAULTS.temperature(Double.NaN), "NaN");
        refused(Settings.DEFAULTS.updates(5), "5 steps, 4 problems");
        refused(Settings.DEFAULTS.micro(0), "micro-batch tokens must be positive: 0");
        assertThatThrownBy(() -> Settings.DEFAULTS.config(0)).hasMessageContaining("must be positive: 0.0");
    }

    private static void refused(Settings settings, String reason) {
        assertThatThrownBy(() -> settings.config(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
