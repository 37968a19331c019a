package zeroone.cli.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeFileTest {
    enum Schedule {
        CONSTANT,
        COSINE_DECAY
    }

    record Learning(double learningRate, int groupSize, Schedule schedule) {
        public static final Learning DEFAULTS = new Learning(3e-4, 16, Schedule.COSINE_DECAY);

        Learning {
            if (!(learningRate > 0)) {
                throw new IllegalArgumentException("learningRate must be positive: " + learningRate);
            }
            if (groupSize < 2) {
                throw new IllegalArgumentException("groupSize must be at least 2: " + groupSize);
            }
            if (groupSize > 100 && learningRate > 1) {
                throw new IllegalArgumentException("learningRate above 1 does not go with groupSize above 100");
            }
        }
    }

    record Mix(String task, double share) {
        Mix {
            if (share < 0) {
                throw new IllegalArgumentException("share must not be negative: " + share);
            }
        }
    }

    record Recipe(
            String name,
            long seed,
            Path model,
            Duration every,
            boolean resume,
            Optional<Integer> limit,
            List<Integer> budgets,
            Learning rl,
            List<Mix> mix,
            Map<String, Double> weights) {}

    record WithDefaults(Learning rl, int steps) {
        public static final WithDefaults DEFAULTS = new WithDefaults(new Learning(0.5, 8, Schedule.CONSTANT), 30);
    }

    record Filled(List<Mix> mix, Map<String, Double> weights) {
        public static final Filled DEFAULTS = new Filled(List.of(new Mix("x", 1)), Map.of("y", 2.0));
    }

    record WithDefaultOptional(Optional<Integer> limit) {
        public static final WithDefaultOptional DEFAULTS = new WithDefaultOptional(Optional.of(1));
    }

    private static final String COMPLETE = """
            name = "tiny"
            seed = 7
            model = "models/base"
            every = "1m30s"
            resume = true
            budgets = [0, 64, 128]

            [rl]
            learning_rate = 1e-3

            [[mix]]
            task = "countdown-3"
            share = 0.75

            [[mix]]
            task = "sudoku-4"
            share = 1

            [weights]
            format = 0.1
            "a b" = 2
            """;

    @TempDir
    Path directory = Path.of("");

    @Test
    void keys_in_snake_case_fill_the_components_of_nested_records() {
        assertThat(read(COMPLETE))
                .isEqualTo(new Recipe(
                        "tiny",
                        7,
                        Path.of("models/base"),
                        Duration.ofSeconds(90),
                        true,
                        Optional.empty(),
                        List.of(0, 64, 128),
                        new Learning(1e-3, 16, Schedule.COSINE_DECAY),
                        List.of(new Mix("countdown-3", 0.75), new Mix("sudoku-4", 1)),
                        Map.of("format", 0.1, "a b", 2.0)));
    }

    @Test
    void what_a_nested_table_leaves_out_comes_from_the_defaults_of_the_outer_record_if_it_has_some() {
        WithDefaults outer = RecipeFile.read(write("rl.group_size = 4"), WithDefaults.class);

        assertThat(outer).isEqualTo(new WithDefaults(new Learning(0.5, 4, Schedule.CONSTANT), 30));
    }

    @Test
    void a_misspelt_key_is_an_error_that_names_the_nearest_valid_one() {
        assertProblems(COMPLETE.replace("learning_rate", "learning_rat"))
                .containsExactly(file() + ": rl.learning_rat: unknown key; did you mean rl.learning_rate?");
    }

    @Test
    void a_key_in_the_wrong_table_is_an_error_that_names_the_right_one() {
        assertProblems("group_size = 4\n" + COMPLETE)
                .containsExactly(file() + ": group_size: unknown key; did you mean rl.group_size?");
    }

    @Test
    void a_key_like_no_other_is_an_error_that_lists_the_keys_of_its_table() {
        assertProblems(COMPLETE.replace("[rl]", "[rl]\nxyzzy_plugh = 1"))
                .containsExactly(file()
                        + ": rl.xyzzy_plugh: unknown key; the keys of [rl] are learning_rate, group_size, schedule");
    }

    @Test
    void every_missing_key_is_told_with_its_type() {
        assertProblems(COMPLETE.replace("seed = 7\n", "").replace("share = 1\n", ""))
                .containsExactly(
                        file() + ": seed: missing; it must be a whole number of at most 64 bits",
                        file() + ": mix[1].share: missing; it must be a number");
    }

    @Test
    void wrong_types_are_told_with_key_value_and_rule() {
        String recipe = COMPLETE.replace("seed = 7", "seed = 7.5")
                .replace("name = \"tiny\"", "name = 3")
                .replace("\"1m30s\"", "\"soon\"")
                .replace("resume = true", "resume = \"yes\"")
                .replace("64, 128", "64, 99999999999")
                .replace("learning_rate = 1e-3", "learning_rate = \"fast\"\nschedule = \"cosine\"")
                .replace("format = 0.1", "format = false");

        assertProblems(recipe)
                .containsExactly(
                        file() + ": name = 3: must be a string, in quotes",
                        file() + ": seed = 7.5: must be a whole number of at most 64 bits",
                        file() + ": every = \"soon\": must be a duration, in quotes, such as \"90s\", \"1h30m\" or"
                                + " \"250ms\"",
                        file() + ": resume = \"yes\": must be true or false",
                        file()
                                + ": budgets[2] = 99999999999: must be a whole number between -2147483648 and 2147483647",
                        file() + ": rl.learning_rate = \"fast\": must be a number",
                        file() + ": rl.schedule = \"cosine\": must be one of \"constant\", \"cosine_decay\"",
                        file() + ": weights.format = false: must be a number");
    }

    @Test
    void a_misspelt_choice_is_told_with_the_nearest_one() {
        assertProblems(COMPLETE.replace("[rl]", "[rl]\nschedule = \"cosin_decay\""))
                .containsExactly(file() + ": rl.schedule = \"cosin_decay\": must be one of \"constant\","
                        + " \"cosine_decay\"; did you mean \"cosine_decay\"?");
    }

    @Test
    void a_value_where_a_table_or_list_belongs_is_an_error() {
        assertProblems(COMPLETE.replace("[rl]\nlearning_rate = 1e-3", "").replace("seed", "rl = 3\nseed"))
                .containsExactly(file() + ": rl = 3: must be a table");
        assertProblems(COMPLETE.replace("[0, 64, 128]", "64"))
                .containsExactly(file() + ": budgets = 64: must be a list, [a, b, c]");
    }

    @Test
    void a_number_too_large_for_a_double_is_an_error_but_infinity_is_a_number() {
        assertProblems(COMPLETE.replace("1e-3", "1e999"))
                .singleElement()
                .asString()
                .endsWith("must be a number");
        assertThat(read(COMPLETE.replace("1e-3", "inf")).rl().learningRate()).isInfinite();
    }

    @Test
    void what_a_record_rejects_is_told_with_the_key_its_message_names() {
        assertProblems(COMPLETE.replace("1e-3", "-1"))
                .containsExactly(file() + ": rl.learning_rate = -1.0: learningRate must be positive: -1.0");
        assertProblems(COMPLETE.replace("share = 1\n", "share = -1\n"))
                .containsExactly(file() + ": mix[1].share = -1.0: share must not be negative: -1.0");
    }

    @Test
    void what_a_record_rejects_for_two_of_its_values_is_told_with_the_table() {
        assertProblems(COMPLETE.replace("1e-3", "2\ngroup_size = 101"))
                .containsExactly(file() + ": [rl]: learningRate above 1 does not go with groupSize above 100");
    }

    @Test
    void several_problems_are_told_in_one_message() {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> read("nme = \"x\"\n" + COMPLETE.replace("seed = 7", "seed = true")))
                .withMessage("2 problems:\n  " + file() + ": nme: unknown key; did you mean name?\n  " + file()
                        + ": seed = true: must be a whole number of at most 64 bits");
    }

    @Test
    void a_file_that_is_not_toml_is_told_with_the_line() {
        assertProblems("name = \"x\"\nseed = oops\n")
                .singleElement()
                .asString()
                .startsWith(file() + " is not valid TOML, near line 2: ");
    }

    @Test
    void a_file_that_is_missing_or_not_text_is_told() throws IOException {
        Path missing = directory.resolve("missing.toml");
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> RecipeFile.read(missing, Recipe.class))
                .withMessage("there is no recipe " + missing);

        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> RecipeFile.read(file(), Recipe.class))
                .withMessage(file() + " is not UTF-8 text; a recipe is a TOML file");
    }

    @Test
    void an_override_replaces_a_value_and_need_not_quote_strings() {
        Recipe recipe = read(
                COMPLETE,
                "rl.learning_rate=3e-4",
                "name=tiny-2",
                "limit = 5",
                "budgets=[1, 2]",
                "model=/tmp/a b",
                "weights.length=0.5");

        assertThat(recipe.rl()).isEqualTo(new Learning(3e-4, 16, Schedule.COSINE_DECAY));
        assertThat(recipe.name()).isEqualTo("tiny-2");
        assertThat(recipe.limit()).contains(5);
        assertThat(recipe.budgets()).containsExactly(1, 2);
        assertThat(recipe.model()).isEqualTo(Path.of("/tmp/a b"));
        assertThat(recipe.weights()).containsEntry("length", 0.5).containsEntry("format", 0.1);
    }

    @Test
    void an_override_of_a_string_may_look_like_a_number() {
        assertThat(read(COMPLETE, "name=123").name()).isEqualTo("123");
    }

    @Test
    void a_wrong_override_is_told_as_it_was_typed() {
        assertProblems(COMPLETE, "rl.group_size=1")
                .containsExactly("-s rl.group_size=1: groupSize must be at least 2: 1");
        assertProblems(COMPLETE, "rl.group_size=many")
                .containsExactly("-s rl.group_size=many: must be a whole number between -2147483648 and 2147483647");
        assertProblems(COMPLETE, "rl.groupsize=3")
                .containsExactly("-s rl.groupsize=3: unknown key; did you mean rl.group_size?");
        assertProblems(COMPLETE, "seed")
                .containsExactly("-s seed: must be key=value, for example -s rl.learning_rate=3e-4");
    }

    @Test
    void a_written_recipe_reads_back_as_itself() throws IOException {
        Recipe recipe = new Recipe(
                "quote \" back \\ line \n bell \u0007 snow ☃ 𝄞",
                Long.MIN_VALUE,
                Path.of("a b/c"),
                Duration.ofMillis(1500),
                false,
                Optional.of(3),
                List.of(),
                new Learning(Double.MIN_VALUE, 2, Schedule.CONSTANT),
                List.of(new Mix("x", Double.POSITIVE_INFINITY)),
                Map.of("plain", 1e300, "with.dot", 0.1));

        RecipeFile.save(file(), recipe);

        assertThat(RecipeFile.read(file(), Recipe.class)).isEqualTo(recipe);
        assertThat(directory).isDirectoryContaining(path -> path.equals(file()));
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_written_recipe_holds_the_defaults() {
        assertThat(RecipeFile.write(read(COMPLETE))).isEqualTo("""
                name = "tiny"
                seed = 7
                model = "models/base"
                every = "1m30s"
                resume = true
                budgets = [0, 64, 128]

                [rl]
                learning_rate = 0.001
                group_size = 16
                schedule = "cosine_decay"

                [[mix]]
                task = "countdown-3"
                share = 0.75

                [[mix]]
                task = "sudoku-4"
                share = 1.0

                [weights]
                format = 0.1
                "a b" = 2.0
                """);
    }

    @Test
    void empty_lists_and_maps_survive_although_the_defaults_are_not_empty() {
        record Outer(Filled filled) {}
        Outer empty = new Outer(new Filled(List.of(), Map.of()));

        assertThat(RecipeFile.read(write(RecipeFile.write(empty)), Outer.class)).isEqualTo(empty);
    }

    @Test
    void a_default_that_no_recipe_could_take_back_is_a_mistake_of_the_program() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RecipeFile.read(write(""), WithDefaultOptional.class))
                .withMessageContaining("limit");
    }

    @Test
    void a_component_of_a_type_that_no_recipe_can_hold_is_a_mistake_of_the_program() {
        record Wrong(Thread thread) {}
        assertThatIllegalStateException()
                .isThrownBy(() -> RecipeFile.read(write("thread = 1"), Wrong.class))
                .withMessageContaining("java.lang.Thread");
    }

    private Path file() {
        return directory.resolve("recipe.toml");
    }

    private Path write(String text) {
        try {
            return Files.writeString(file(), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Recipe read(String text, String... overrides) {
        return RecipeFile.read(write(text), Recipe.class, List.of(overrides));
    }

    private org.assertj.core.api.ListAssert<String> assertProblems(String text, String... overrides) {
        try {
            throw new AssertionError("no problem was found; the recipe is " + read(text, overrides));
        } catch (RecipeException e) {
            return assertThat(e.problems());
        }
    }
}
