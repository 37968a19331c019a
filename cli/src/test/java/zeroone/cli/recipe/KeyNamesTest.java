package zeroone.cli.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyNamesTest {
    @Test
    void components_become_snake_case() {
        assertThat(KeyNames.ofComponent("learningRate")).isEqualTo("learning_rate");
        assertThat(KeyNames.ofComponent("seed")).isEqualTo("seed");
        assertThat(KeyNames.ofComponent("adamBeta2")).isEqualTo("adam_beta2");
        assertThat(KeyNames.ofComponent("topK")).isEqualTo("top_k");
        assertThat(KeyNames.ofComponent("useKLTerm")).isEqualTo("use_kl_term");
    }

    @Test
    void swapped_letters_count_as_one_difference() {
        assertThat(KeyNames.distance("setps", "steps")).isEqualTo(1);
        assertThat(KeyNames.distance("", "abc")).isEqualTo(3);
        assertThat(KeyNames.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void only_a_name_with_few_differences_may_be_meant() {
        List<String> keys = List.of("steps", "seed", "learning_rate");
        assertThat(KeyNames.nearest("learningRate", keys)).contains("learning_rate");
        assertThat(KeyNames.nearest("setps", keys)).contains("steps");
        assertThat(KeyNames.nearest("temperature", keys)).isEmpty();
    }
}
