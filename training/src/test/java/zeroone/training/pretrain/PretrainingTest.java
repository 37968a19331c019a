package zeroone.training.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.tasks.Verdict;
import zeroone.tensor.AdamW;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;
import zeroone.training.Letters;
import zeroone.training.TokenSequence;
import zeroone.training.checkpoint.Checkpoints;

class PretrainingTest {
    @TempDir
    private Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    private static PretrainingConfig config(int steps, int microBatchTokens) {
        return new PretrainingConfig(
                Map.of("letters", 1.0), steps, 300, 0.01, 2, 0.1, AdamW.Config.DEFAULTS, microBatchTokens, 5, 3);
    }

    private static WorkedSolutionCorpus corpus(long seed) {
        return new WorkedSolutionCorpus(
                Map.of(Letters.task((_, _) -> Verdict.CORRECT), 2.0), Letters.PROMPTS, Letters.TOKENIZER, seed);
    }

    private CausalLm model(DType precision) {
        CausalLm model = Letters.model(precision, 1, 0.1);
        open.add(model);
        return model;
    }

    private Pretraining pretraining(CausalLm model, PretrainingConfig config) {
        Pretraining pretraining = new Pretraining(model, corpus(3), config, 2);
        open.add(pretraining);
        return pretraining;
    }

    @Test
    void the_loss_starts_where_guessing_is_and_falls() {
        Pretraining pretraining = pretraining(model(DType.FLOAT32), config(60, 1000));
        Pretraining.StepReport first = pretraining.step();
        assertThat(first.loss()).isCloseTo(Math.log(8), within(0.5));
        assertThat(first.step()).isEqualTo(1);
        assertThat(first.tokens()).isBetween(300L, 300L + 20);
        double last = 0;
        for (int step = 0; step < 59; step++) {
            Pretraining.StepReport report = pretraining.step();
            assertThat(report.gradientNorm()).isFinite().isPositive();
            last = report.loss();
        }
        // About half of a document is fixed: "b", the ends, and the prompt copied into the answer.
        assertThat(last).isLessThan(first.loss() - 0.5);
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"FLOAT32", "BFLOAT16"})
    void a_run_that_was_resumed_is_the_run_that_was_never_stopped(DType precision) {
        PretrainingConfig config = config(8, 100);
        CausalLm unbroken = model(precision);
        Pretraining whole = pretraining(unbroken, config);
        for (int step = 0; step < 8; step++) {
            whole.step();
        }
        CausalLm stopped = model(precision);
        Pretraining before = pretraining(stopped, config);
        for (int step = 0; step < 3; step++) {
            before.step();
        }
        Checkpoints checkpoints = new Checkpoints(directory.resolve("checkpoints"), directory, 1);
        checkpoints.save(3, stopped, before.optimizer(), before.progress());
        before.step();

        Path saved = checkpoints.newest().orElseThrow();
        CausalLm resumed = ModelDirectory.load(Checkpoints.model(saved), precision, Device.CPU);
        open.add(resumed);
        Pretraining after = pretraining(resumed, config);
        Checkpoints.restore(saved, resumed, after.optimizer());
        after.resume(Checkpoints.progress(saved, Pretraining.Progress.class));
        for (int step = 0; step < 5; step++) {
            after.step();
        }
        assertThat(after.progress()).isEqualTo(whole.progress());
        assertThat(Letters.weights(resumed)).isDeepEqualTo(Letters.weights(unbroken));
        for (int i = 0; i < unbroken.parameters().size(); i++) {
            assertThat(after.optimizer().mean(i).toFloats())
                    .isEqualTo(whole.optimizer().mean(i).toFloats());
            assertThat(after.optimizer().square(i).toFloats())
                    .isEqualTo(whole.optimizer().square(i).toFloats());
        }
    }

    @Test
    void loss_and_gradient_do_not_depend_on_the_split_into_micro_batches() {
        Pretraining.StepReport whole =
                pretraining(model(DType.FLOAT32), config(5, 100_000)).step();
        for (int microBatchTokens : new int[] {1, 50, 200}) {
            Pretraining.StepReport split = pretraining(model(DType.FLOAT32), config(5, microBatchTokens))
                    .step();
            assertThat(split.loss()).isCloseTo(whole.loss(), within(1e-5));
            assertThat(split.gradientNorm()).isCloseTo(whole.gradientNorm(), within(1e-5));
        }
    }

    @Test
    void steps_leave_no_native_objects_behind() {
        for (DType precision : List.of(DType.FLOAT32, DType.BFLOAT16)) {
            Pretraining pretraining = pretraining(model(precision), config(8, 100));
            long afterThree = 0;
            for (int step = 1; step <= 8; step++) {
                pretraining.step();
                afterThree = step == 3 ? NativeLibrary.liveObjects() : afterThree;
            }
            assertThat(NativeLibrary.liveObjects()).isEqualTo(afterThree);
        }
    }

    @Test
    void a_document_is_a_prompt_with_a_thought_and_an_answer_that_are_learned() {
        Set<String> different = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            TokenSequence document = corpus(3).document(i);
            int[] tokens = document.tokens();
            assertThat(tokens[3]).as("the thought begins").isEqualTo(4);
            for (int t = 0; t < tokens.length; t++) {
                assertThat(document.learned()[t]).isEqualTo(t > 3);
            }
            assertThat(tokens).containsOnlyOnce(5);
            assertThat(tokens[tokens.length - 1]).as("the turn ends").isEqualTo(6);
            String text = Letters.TOKENIZER.decode(tokens);
            assertThat(text).as("the answer").endsWith("b" + text.substring(0, 3));
            assertThat(corpus(3).document(i).tokens())
                    .as("a function of its index")
                    .isEqualTo(tokens);
            different.add(text);
            different.add(Letters.TOKENIZER.decode(corpus(4).document(i).tokens()));
        }
        assertThat(different).hasSizeGreaterThan(60);
    }

    @Test
    void impossible_settings_are_refused_with_their_values() {
        assertThatThrownBy(() -> config(0, 1)).hasMessageContaining("must be positive: 0, 300, 1, 5");
        assertThatThrownBy(
                        () -> new PretrainingConfig(Map.of("x", -1.0), 1, 1, 0.1, 0, 1, AdamW.Config.DEFAULTS, 1, 1, 1))
                .hasMessage("the share of task x must be positive: -1.0");
        assertThatThrownBy(() -> new PretrainingConfig(Map.of(), 1, 1, 0.1, 0, 1, AdamW.Config.DEFAULTS, 1, 1, 1))
                .hasMessage("pretraining needs at least one task");
    }
}
