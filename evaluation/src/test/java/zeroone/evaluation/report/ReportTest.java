package zeroone.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.AttemptCounts;
import zeroone.tasks.Grade;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.Verdict;

class ReportTest {
    private static final Timing TIMING = new Timing(Instant.EPOCH, Duration.ofMillis(1500), Duration.ZERO);

    @TempDir
    private Path directory;

    @Test
    void a_report_is_four_files_and_leaves_no_other() throws IOException {
        List<Path> written = ExampleReports.full().writeTo(directory.resolve("run"));

        assertThat(written)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("curves.png", "curves-parallel.png", "report.html", "report.json");
        try (Stream<Path> files = Files.list(directory.resolve("run"))) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void a_report_replaces_an_older_one() throws IOException {
        Files.writeString(directory.resolve("report.json"), "old");

        ExampleReports.full().writeTo(directory);

        assertThat(json().path("name").asString()).isEqualTo("countdown-3-tiny");
    }

    @Test
    void a_file_that_cannot_be_replaced_leaves_no_unfinished_one() throws IOException {
        Path taken = Files.createDirectory(directory.resolve("report.json"));
        Files.writeString(taken.resolve("inside"), "");

        assertThatThrownBy(() -> AtomicFile.write(taken, new byte[3])).isInstanceOf(IOException.class);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(taken);
        }
    }

    @Test
    void a_report_without_points_has_no_pictures() throws IOException {
        Report report = ExampleReports.withSample(new SampleProblem("p", List.of()));

        assertThat(report.writeTo(directory))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("report.html", "report.json");
        assertThat(json().path("train_curve").isArray()).isTrue();
        assertThat(json().path("test_curves").isArray()).isTrue();
    }

    @Test
    void points_have_exactly_the_documented_fields() throws IOException {
        ExampleReports.full().writeTo(directory);

        JsonNode test = json().path("test_curves").get(1);
        assertThat(test.propertyNames())
                .containsExactly("model", "strategy", "budget", "tokens", "flops", "n", "accuracy", "low", "high");
        assertThat(test.path("model").asString()).isEqualTo("base");
        assertThat(test.path("strategy").asString()).isEqualTo("forced_budget");
        assertThat(test.path("budget").asInt()).isEqualTo(16);
        assertThat(test.path("accuracy").asDouble()).isEqualTo(0.01);
        JsonNode train = json().path("train_curve").get(2);
        assertThat(train.propertyNames()).containsExactly("step", "tokens", "flops", "n", "accuracy", "low", "high");
        assertThat(train.path("step").asInt()).isEqualTo(10);
        assertThat(json().path("test_curves"))
                .extracting(p -> p.path("strategy").asString())
                .contains("natural", "majority_vote", "pass_at_k");
    }

    @Test
    void settings_behaviour_counts_and_verdicts_are_in_the_file() throws IOException {
        Report report = new Report(
                "run",
                "task",
                List.of("base"),
                Map.of("seed", "1"),
                List.of(),
                List.of(),
                Map.of("base", BehaviourSummary.of(List.of(new ThoughtBehaviour(4, 1, 2, 0, 0, 0, 0, 3)), 100)),
                List.of(new SampleProblem(
                        "p",
                        List.of(
                                thought(new Grade.Judged(Verdict.CORRECT)),
                                thought(new Grade.Judged(Verdict.incorrect("why"))),
                                thought(new Grade.Judged(Verdict.NO_ANSWER)),
                                thought(new Grade.Failed("late"))))),
                Map.of("base", new AttemptCounts(10, 1, 2, 3)),
                TIMING,
                List.of("./zeroone train"));

        report.writeTo(directory);

        assertThat(json().at("/settings/seed").asString()).isEqualTo("1");
        assertThat(json().at("/timing/training_seconds").asDouble()).isEqualTo(1.5);
        assertThat(json().at("/behaviour/base/false_step_share").asDouble()).isEqualTo(0.25);
        assertThat(json().at("/behaviour/base/backtracks_per_1000_tokens").asDouble())
                .isEqualTo(20);
        assertThat(json().at("/behaviour/base/precision_of_yes").isNull()).isTrue();
        assertThat(json().at("/counts/base/grader_failures").asInt()).isEqualTo(1);
        assertThat(json().at("/samples/0/thoughts"))
                .extracting(t -> t.path("verdict").asString())
                .containsExactly("correct", "incorrect", "no_answer", "grader_failed");
        assertThat(json().at("/samples/0/thoughts/1/reason").asString()).isEqualTo("why");
        assertThat(json().at("/reproduce/0").asString()).isEqualTo("./zeroone train");
    }

    @Test
    void a_report_that_speaks_of_a_model_it_does_not_name_is_refused() {
        assertThatThrownBy(() -> report("run", List.of("base"), Map.of("trained", AttemptCounts.NONE)))
                .hasMessageContaining("\"trained\"")
                .hasMessageContaining("[base]");
        assertThatThrownBy(() -> report("run", List.of(), Map.of())).hasMessageContaining("at least one model");
        assertThatThrownBy(() -> report("run", List.of("a", "a"), Map.of())).hasMessageContaining("each named once");
        assertThatThrownBy(() -> report(" ", List.of("a"), Map.of())).hasMessageContaining("name of its run");
    }

    private static Report report(String name, List<String> models, Map<String, AttemptCounts> counts) {
        return new Report(
                name, "task", models, Map.of(), List.of(), List.of(), Map.of(), List.of(), counts, TIMING, List.of());
    }

    private static SampleThought thought(Grade grade) {
        return new SampleThought("base", "t", "a", grade, 3, true);
    }

    private JsonNode json() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve("report.json")));
    }
}
