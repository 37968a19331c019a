package zeroone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.cli.train.RunPlacement.Wish;
import zeroone.training.runlog.RunDirectory;

class RunPlacementTest {
    private record Recipe(String kind, int steps) {}

    private static final Recipe RECIPE = new Recipe("reinforcement-learning", 3);

    @TempDir
    private Path runs;

    @Test
    void the_first_run_of_a_name_gets_it() {
        RunPlacement placement = find(RECIPE, Wish.EITHER);
        assertThat(placement.directory().path()).isEqualTo(runs.resolve("tiny"));
        assertThat(placement.resumed()).isFalse();
        assertThat(placement.make(RECIPE).recipe()).content().contains("steps = 3");
    }

    @Test
    void an_unfinished_run_of_the_same_recipe_goes_on() {
        find(RECIPE, Wish.EITHER).make(RECIPE);
        for (Wish wish : new Wish[] {Wish.EITHER, Wish.RESUME}) {
            RunPlacement again = find(RECIPE, wish);
            assertThat(again.directory().path()).isEqualTo(runs.resolve("tiny"));
            assertThat(again.resumed()).isTrue();
        }
    }

    @Test
    void a_finished_run_another_recipe_and_a_fresh_start_get_a_new_name() throws IOException {
        find(RECIPE, Wish.EITHER).make(RECIPE);
        assertThat(find(RECIPE, Wish.FRESH).directory().path()).isEqualTo(runs.resolve("tiny-2"));
        Recipe other = new Recipe("reinforcement-learning", 4);
        assertThat(find(other, Wish.EITHER).directory().path()).isEqualTo(runs.resolve("tiny-2"));
        find(other, Wish.EITHER).make(other);
        Files.createFile(runs.resolve("tiny/report.json"));
        assertThat(find(RECIPE, Wish.EITHER).directory().path()).isEqualTo(runs.resolve("tiny-3"));
        assertThat(find(other, Wish.EITHER).resumed()).isTrue();
    }

    @Test
    void a_pretraining_run_is_finished_with_its_model() throws IOException {
        Recipe pretraining = new Recipe("pretraining", 3);
        RunDirectory directory = find(pretraining, Wish.EITHER).make(pretraining);
        Files.createDirectories(directory.model());
        Files.createFile(directory.model().resolve("config.json"));
        assertThat(find(pretraining, Wish.EITHER).directory().path()).isEqualTo(runs.resolve("tiny-2"));
    }

    @Test
    void resuming_needs_something_to_resume() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(RECIPE, Wish.RESUME))
                .withMessageContaining("there is no unfinished run")
                .withMessageContaining("--resume");
    }

    @Test
    void a_run_in_use_is_left_alone() {
        RunDirectory directory = find(RECIPE, Wish.EITHER).make(RECIPE);
        try (RunLock _ = RunLock.take(directory)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RunLock.take(directory))
                    .withMessageContaining("going on in another process");
        }
        RunLock.take(directory).close();
    }

    private RunPlacement find(Record recipe, Wish wish) {
        return RunPlacement.find(runs, "tiny", recipe, wish);
    }
}
