package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.cli.model.TinyModel;
import zeroone.tensor.NativeLibrary;
import zeroone.text.template.ChatTemplate;
import zeroone.text.tokenizer.TokenizerFile;

/** Commands that load a model, on one that has learned nothing. */
class ModelCommandsTest {
    @TempDir
    private static Path shared;

    private static String model = "";

    @TempDir
    private Path directory;

    private final Shell shell = new Shell();

    @BeforeAll
    static void write_a_model() {
        NativeLibrary.useThreads(1);
        model = TinyModel.write(shared.resolve("model"), 256).toString();
    }

    @Test
    void ask_streams_an_answer_and_gives_the_verdict() {
        assertThat(ask("--think", "8", "Use 3, 7 and 4 to make 25.")).isZero();
        assertThat(shell.out()).containsPattern("8 tokens of thought, cut by its budget; verifier: (in)?correct");
    }

    @Test
    void ask_says_when_no_verifier_knows_the_question() {
        assertThat(ask("--effort", "low", "Why?")).isZero();
        assertThat(shell.out()).contains("no verifier knows this kind of question");
    }

    @Test
    void the_same_seed_asks_for_the_same_answer_and_another_one_for_another() {
        ask("--think", "8", "Why?");
        String first = shell.out();
        ask("--think", "8", "Why?");
        assertThat(shell.out()).isEqualTo(first);
        ask("--think", "8", "--seed", "1", "Why?");
        assertThat(shell.out()).isNotEqualTo(first);
    }

    @Test
    void a_budget_that_the_context_cannot_hold_is_refused_with_the_numbers() {
        assertThat(ask("--think", "1000", "Why?")).isOne();
        assertThat(shell.err()).containsPattern("--think 1000: must be from 0 to \\d+.*context of 256");
        assertThat(ask("--think", "8", "Why? ".repeat(200))).isOne();
        assertThat(shell.err()).contains("ask a shorter question");
    }

    @Test
    void a_directory_without_a_model_is_said_to_be_none() {
        assertThat(shell.run("ask", "--model", directory.toString(), "Why?")).isOne();
        assertThat(shell.err()).contains("there is no model in " + directory);
    }

    @Test
    void a_tokenizer_of_another_model_is_refused() {
        TinyModel.write(directory);
        new TokenizerFile(TokenizerFile.DEFAULT_SPLIT, List.of(), 2048).write(directory, ChatTemplate.PLAIN_SOURCE);
        assertThat(shell.run("ask", "--model", directory.toString(), "Why?")).isOne();
        assertThat(shell.err())
                .contains("its tokenizer has 2048 tokens and its model only")
                .doesNotContain("should not have happened");
    }

    @Test
    void eval_measures_every_budget_with_its_interval() throws IOException {
        Path json = directory.resolve("eval.json");
        assertThat(shell.run(
                        "eval",
                        model,
                        "--n",
                        "3",
                        "--think",
                        "0",
                        "4",
                        "--samples",
                        "2",
                        "--answer",
                        "4",
                        "--json",
                        json.toString()))
                .isZero();
        assertThat(shell.out()).contains("3 problems", "0.0 % (0.0 to ", "majority vote", "pass@k");
        JsonNode points = JsonMapper.shared().readTree(json).path("points");
        assertThat(points.valueStream()
                        .filter(point -> point.path("strategy").asString().equals("natural"))
                        .map(point -> point.path("thought_tokens").asInt()))
                .containsExactly(0, 4);
        assertThat(points.path(0).path("n").asInt()).isEqualTo(3);
    }

    @Test
    void eval_names_a_broken_line_and_leaves_it_out_if_told_so() throws IOException {
        Path problems = directory.resolve("my.jsonl");
        Files.writeString(problems, """
                {"task":"countdown-3","numbers":[3,7,4],"target":25}
                {"task":"countdown-3","numbers":[3,7
                {"question":"What is 2 + 2?","answer":"4","verifier":"number"}
                """);
        assertThat(shell.run("eval", model, "--problems", problems.toString(), "--think", "2"))
                .isOne();
        assertThat(shell.err()).contains("my.jsonl:2: ", "--skip-bad");
        assertThat(shell.run(
                        "eval",
                        model,
                        "--problems",
                        problems.toString(),
                        "--skip-bad",
                        "--think",
                        "2",
                        "--answer",
                        "2"))
                .isZero();
        assertThat(shell.err()).contains("skipped ", "my.jsonl:2: ");
        assertThat(shell.out()).contains("2 problems");
    }

    @Test
    void eval_refuses_a_budget_that_the_context_cannot_hold() {
        assertThat(shell.run("eval", model, "--n", "2", "--think", "300")).isOne();
        assertThat(shell.err())
                .contains("a thinking budget must be from 0 to ", "context of 256")
                .contains(": 300");
    }

    @Test
    void bench_tells_speeds_as_shares_of_what_the_machine_can_do() throws IOException {
        Path json = directory.resolve("bench.json");
        assertThat(shell.run(
                        "bench",
                        "--model",
                        model,
                        "--task",
                        "which-sum",
                        "--sequences",
                        "4",
                        "--tokens",
                        "4",
                        "--training-tokens",
                        "200",
                        "--product-size",
                        "64",
                        "--copy-megabytes",
                        "1",
                        "--json",
                        json.toString()))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("GFLOP/s", "rollout", "training", "bound by ");
        JsonNode bench = JsonMapper.shared().readTree(json);
        for (String what : new String[] {"rollout", "training"}) {
            assertThat(bench.path(what).path("tokens_per_second").asDouble()).isPositive();
            assertThat(bench.path(what).path("call_share").asDouble()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void train_begins_no_run_without_its_model() {
        assertThat(shell.run(
                        "train",
                        recipe("tiny.toml"),
                        "-s",
                        "model=" + directory.resolve("none"),
                        "--dir",
                        directory.toString()))
                .isOne();
        assertThat(shell.err()).contains("there is no model in " + directory.resolve("none"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void the_bundled_recipes_are_valid_and_shown_in_full() {
        for (String name : new String[] {"tiny.toml", "base-tiny.toml", "sudoku.toml", "base-sudoku.toml"}) {
            assertThat(shell.run("train", recipe(name), "--dry-run")).as(name).isZero();
            assertThat(shell.out()).contains("kind = ", "seed = ");
        }
    }

    @Test
    void a_recipe_with_a_wrong_key_or_value_is_refused() {
        assertThat(shell.run("train", recipe("tiny.toml"), "-s", "rl.stepps=3")).isOne();
        assertThat(shell.err()).contains("rl.stepps", "did you mean rl.steps?");
        assertThat(shell.run("train", recipe("tiny.toml"), "-s", "task=chess")).isOne();
        assertThat(shell.err()).contains("task=chess", "countdown-3");
        assertThat(shell.run("train", recipe("tiny.toml"), "-s", "rl.warmup_steps=1000"))
                .isOne();
        assertThat(shell.err()).contains("warm-up must lie within the steps");
    }

    private int ask(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "ask";
        all[1] = "--model";
        all[2] = model;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return shell.run(all);
    }

    /** Tests run in the directory of their module. */
    private static String recipe(String name) {
        return Path.of("..", "recipes", name).toString();
    }

    @Test
    void bench_engine_tells_speed_and_exactness_of_a_format() {
        assertThat(shell.run(
                        "bench",
                        "engine",
                        "--model",
                        model,
                        "--weights",
                        "int4",
                        "-p",
                        "16",
                        "-n",
                        "8",
                        "-b",
                        "1,3",
                        "-r",
                        "1",
                        "-t",
                        "1"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out())
                .containsPattern("\\| pp16  \\|     1 \\|     0 \\|")
                .containsPattern("\\| tg8   \\|     3 \\|     0 \\|")
                .containsPattern("against float32 weights: mean difference [1-9]\\.\\de-0[1-3]");
    }

    @Test
    void bench_engine_says_what_it_measures_on_and_shortens_no_prompt_silently() {
        int threads = NativeLibrary.threads();
        assertThat(shell.run(
                        "bench", "engine", "--model", model, "-p", "300", "-n", "4", "-b", "1", "-r", "2", "-t", "2",
                        "-o", "json"))
                .isZero();
        assertThat(NativeLibrary.threads()).isEqualTo(2);
        NativeLibrary.useThreads(threads);
        JsonNode bench = JsonMapper.shared().readTree(shell.out());
        assertThat(bench.path("threads").asInt()).isEqualTo(2);
        assertThat(bench.path("machine").path("read_bytes_per_second").asDouble())
                .isPositive();
        assertThat(bench.path("figures").path(0).path("test").asString()).isEqualTo("pp254");
        assertThat(bench.path("figures").path(1).path("memory_bytes").asLong()).isPositive();
        assertThat(shell.err())
                .contains("a prompt of 300 tokens does not fit into the model's context of 256")
                .contains("254 tokens are read instead");
    }

    @Test
    void a_soak_answers_cancels_and_forks_and_says_how_memory_did() {
        assertThat(shell.run("bench", "--model", model, "--task", "which-sum", "--sequences", "8", "--soak", "60"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).containsPattern("60 requests, [1-9]\\d? cancelled, [89] forked, 0 failed; ");
    }

    @Test
    void a_cache_that_the_machine_cannot_hold_is_refused_before_it_is_taken() {
        String state = directory.resolve("state").toString();
        for (String[] command : new String[][] {{"serve", model, "--state", state}, {"eval", model}}) {
            String[] arguments = Arrays.copyOf(command, command.length + 2);
            arguments[command.length] = "--kv-cache";
            arguments[command.length + 1] = "1000TiB";
            assertThat(shell.run(arguments)).isOne();
            assertThat(shell.err())
                    .containsPattern("keys and values of [\\d,.]+ MB .* does not fit into the [\\d,.]+ MB")
                    .contains("make the cache smaller")
                    .doesNotContain("should not have happened");
            assertThat(shell.out()).doesNotContain("memory: ");
        }
    }

    @Test
    void a_cache_is_at_least_one_sequence_of_the_context() {
        assertThat(ask("--kv-cache", "4KiB", "Why?")).isOne();
        assertThat(shell.err()).contains("one sequence of 256 tokens take ", "shorten the context");
        assertThat(ask("--kv-cache", "4 crates", "Why?")).isEqualTo(2);
        assertThat(shell.err()).contains("--kv-cache", "'4 crates' is no amount of memory");
    }

    @Test
    void the_plan_says_how_many_tokens_the_cache_holds() {
        // A token takes 2 layers of 1 key and 1 value head, 8 and 16 wide, in float32.
        assertThat(shell.run("eval", model, "--n", "2", "--think", "4", "--kv-cache", "192000"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("keys and values 0.2 MB for 992 tokens");
    }

    @Test
    void a_shorter_context_bounds_thoughts_and_memory() {
        assertThat(ask("--context", "100", "--think", "90", "Why?")).isOne();
        assertThat(shell.err()).containsPattern("--think 90: must be from 0 to \\d+.*context of 100");
        assertThat(ask("--context", "1000", "Why?")).isOne();
        assertThat(shell.err()).contains("context of 1000 tokens is longer than the model's 256");
        assertThat(shell.run("eval", model, "--n", "2", "--context", "64", "--max-sequences", "2"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("for 128 tokens");
    }

    @Test
    void quantised_weights_answer_too() {
        assertThat(ask("--weights", "int8", "--think", "8", "Why?")).isZero();
        assertThat(ask("--weights", "int3", "--think", "8", "Why?")).isNotZero();
        assertThat(shell.err()).contains("--weights").contains("INT8");
    }
}
