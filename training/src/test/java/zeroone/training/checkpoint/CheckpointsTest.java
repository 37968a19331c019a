package zeroone.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.model.huggingface.ModelFormatException;
import zeroone.tensor.AdamW;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.TensorScope;
import zeroone.training.Letters;

class CheckpointsTest {
    record Progress(int step, long documents) {}

    @TempDir
    private Path run;

    private final CausalLm model = Letters.model(DType.FLOAT32, 1, 0.3);
    private final AdamW optimizer = new AdamW(model.parameters(), AdamW.Config.DEFAULTS);

    @AfterEach
    void close() {
        optimizer.close();
        model.close();
    }

    private Checkpoints checkpoints(int kept) {
        return new Checkpoints(run.resolve("checkpoints"), run, kept);
    }

    private void train() {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.on()) {
            model.parameters().forEach(p -> p.value().multiply(p.value()).sum().backward());
        }
        optimizer.step(0.01);
    }

    @Test
    void before_the_first_there_is_none() {
        assertThat(checkpoints(1).newest()).isEmpty();
    }

    @Test
    void weights_optimiser_and_progress_come_back_exactly() throws IOException {
        Files.writeString(run.resolve("tokenizer.json"), "{}");
        train();
        train();
        checkpoints(2).save(2, model, optimizer, new Progress(2, 1L << 60));
        Path saved = checkpoints(2).newest().orElseThrow();
        assertThat(saved).hasFileName("step-000002");
        assertThat(Checkpoints.progress(saved, Progress.class)).isEqualTo(new Progress(2, 1L << 60));
        assertThat(Checkpoints.model(saved).resolve("tokenizer.json")).hasContent("{}");
        try (CausalLm restored = ModelDirectory.load(Checkpoints.model(saved), DType.FLOAT32, Device.CPU);
                AdamW restoredOptimizer = new AdamW(restored.parameters(), AdamW.Config.DEFAULTS)) {
            Checkpoints.restore(saved, restored, restoredOptimizer);
            assertThat(Letters.weights(restored)).isDeepEqualTo(Letters.weights(model));
            assertThat(restoredOptimizer.steps()).isEqualTo(2);
            for (int i = 0; i < model.parameters().size(); i++) {
                assertThat(restoredOptimizer.mean(i).toFloats())
                        .isEqualTo(optimizer.mean(i).toFloats());
                assertThat(restoredOptimizer.square(i).toFloats())
                        .isEqualTo(optimizer.square(i).toFloats());
            }
        }
    }

    @Test
    void the_newest_are_kept() {
        Checkpoints checkpoints = checkpoints(2);
        for (int step : new int[] {5, 10, 15, 100}) {
            checkpoints.save(step, model, optimizer, new Progress(step, 0));
        }
        assertThat(run.resolve("checkpoints").toFile().list()).containsExactlyInAnyOrder("step-000015", "step-000100");
        assertThat(checkpoints.newest().orElseThrow()).hasFileName("step-000100");
    }

    @Test
    void a_step_saved_again_replaces_its_checkpoint() {
        Checkpoints checkpoints = checkpoints(2);
        checkpoints.save(1, model, optimizer, new Progress(1, 1));
        checkpoints.save(1, model, optimizer, new Progress(1, 2));
        assertThat(Checkpoints.progress(checkpoints.newest().orElseThrow(), Progress.class))
                .isEqualTo(new Progress(1, 2));
    }

    @Test
    void one_that_was_not_completed_is_not_seen_and_not_in_the_way() throws IOException {
        Checkpoints checkpoints = checkpoints(2);
        checkpoints.save(1, model, optimizer, new Progress(1, 0));
        Path partial = Files.createDirectories(run.resolve("checkpoints/.step-000002.partial/model"));
        Files.writeString(partial.resolve("model.safetensors"), "half of");
        assertThat(checkpoints.newest().orElseThrow()).hasFileName("step-000001");
        checkpoints.save(2, model, optimizer, new Progress(2, 0));
        assertThat(checkpoints.newest().orElseThrow()).hasFileName("step-000002");
        assertThat(run.resolve("checkpoints").toFile().list()).containsExactlyInAnyOrder("step-000001", "step-000002");
    }

    /** Progress that cannot be written: the last thing a checkpoint needs. */
    public static final class Broken {
        @SuppressWarnings("DoNotCallSuggester")
        public int getStep() {
            throw new IllegalStateException("the disk is on fire");
        }
    }

    @Test
    void a_save_that_fails_leaves_those_before_it_usable() {
        Checkpoints checkpoints = checkpoints(1);
        checkpoints.save(1, model, optimizer, new Progress(1, 0));
        for (int step : new int[] {1, 2}) {
            assertThatThrownBy(() -> checkpoints.save(step, model, optimizer, new Broken()))
                    .hasStackTraceContaining("the disk is on fire");
            Path newest = checkpoints.newest().orElseThrow();
            assertThat(newest).hasFileName("step-000001");
            assertThat(Checkpoints.progress(newest, Progress.class)).isEqualTo(new Progress(1, 0));
            Checkpoints.restore(newest, model, optimizer);
        }
    }

    @Test
    void a_place_that_cannot_be_written_to_is_named() throws IOException {
        Files.writeString(run.resolve("checkpoints"), "in the way");
        assertThatThrownBy(() -> checkpoints(1).save(1, model, optimizer, new Progress(1, 0)))
                .hasMessageContaining(run.resolve("checkpoints").toString());
        assertThat(run.resolve("checkpoints")).hasContent("in the way");
    }

    @Test
    void an_optimiser_state_of_another_model_is_refused() throws IOException {
        Checkpoints checkpoints = checkpoints(1);
        checkpoints.save(1, model, optimizer, new Progress(1, 0));
        Path state = checkpoints.newest().orElseThrow().resolve("optimizer.safetensors");
        Files.copy(
                Path.of("../model/src/test/resources/golden/tied/model.safetensors"),
                state,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Checkpoints.restore(checkpoints.newest().orElseThrow(), model, optimizer))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("optimizer.safetensors")
                .hasMessageContaining("mean.model.embed_tokens.weight");
    }

    @Test
    void saving_and_restoring_leave_nothing_behind() {
        Checkpoints checkpoints = checkpoints(1);
        long before = NativeLibrary.liveObjects();
        for (int step = 1; step < 4; step++) {
            checkpoints.save(step, model, optimizer, new Progress(step, 0));
            Checkpoints.restore(checkpoints.newest().orElseThrow(), model, optimizer);
        }
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void at_least_one_is_kept() {
        assertThatThrownBy(() -> checkpoints(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one checkpoint must be kept: 0");
    }
}
