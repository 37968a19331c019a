package zeroone.cli.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.evaluation.scaling.TrainingPoint;
import zeroone.tasks.Attempt;
import zeroone.tasks.AttemptLine;
import zeroone.training.rl.ReinforcementLearning;
import zeroone.training.rl.Rollout;
import zeroone.training.rl.RolloutGroup;
import zeroone.training.rl.StepReport;
import zeroone.training.runlog.JsonLines;
import zeroone.training.runlog.RunDirectory;

/**
 * The two logs of a run: {@code metrics.jsonl}, a line a step (step 0 is the model before training), and {@code
 * attempts.jsonl}, some of the samples of each step.
 */
final class TrainingLog implements AutoCloseable {
    /** Of each problem so many are kept: enough to read, not enough to fill a disk. */
    private static final int KEPT_SAMPLES = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Path metricsFile;
    private final JsonLines metrics;
    private final JsonLines attempts;

    /**
     * @param checkpoint the step that the run goes on from; lines after it are dropped, and all without it
     */
    TrainingLog(RunDirectory directory, OptionalInt checkpoint) {
        int last = checkpoint.orElse(-1);
        this.metricsFile = directory.metrics();
        this.metrics = JsonLines.continuing(directory.metrics(), row -> step(row) <= last);
        this.attempts = JsonLines.continuing(directory.attempts(), row -> step(row) <= last);
    }

    private static int step(JsonNode row) {
        return row.path("step").asInt(Integer.MAX_VALUE);
    }

    /** The model before training. */
    void start(ValidationProbe.Reading reading) {
        ObjectNode row =
                JSON.createObjectNode().put("step", 0).put("total_tokens", 0L).put("total_flops", 0.0);
        metrics.writeLine(put(row, reading).toString());
    }

    void step(ReinforcementLearning.Step step, Optional<ValidationProbe.Reading> reading) {
        StepReport report = step.report();
        for (RolloutGroup group : step.groups()) {
            for (Rollout rollout : group.rollouts().stream().limit(KEPT_SAMPLES).toList()) {
                attempts.writeLine(AttemptLine.json(attempt(group, rollout))
                        .put("step", report.step())
                        .toString());
            }
        }
        ObjectNode row = JSON.valueToTree(report);
        row.put("tokens_per_second", report.tokensPerSecond());
        reading.ifPresent(r -> put(row, r));
        metrics.writeLine(row.toString());
    }

    private static ObjectNode put(ObjectNode row, ValidationProbe.Reading reading) {
        return row.put("eval_accuracy", reading.accuracy())
                .put("eval_low", reading.low())
                .put("eval_high", reading.high())
                .put("eval_n", reading.n());
    }

    private static Attempt attempt(RolloutGroup group, Rollout rollout) {
        return new Attempt(
                group.problem(),
                rollout.thought(),
                rollout.answer(),
                rollout.grade(),
                rollout.completion().thoughtLength(),
                rollout.completion().answer().length,
                rollout.completion().finishReason(),
                rollout.behaviour());
    }

    /** Every evaluation of the run so far, by step. */
    List<TrainingPoint> curve() {
        List<TrainingPoint> points = new ArrayList<>();
        for (JsonNode row : rows()) {
            if (row.has("eval_accuracy")) {
                points.add(new TrainingPoint(
                        step(row),
                        row.path("total_tokens").asDouble(),
                        row.path("total_flops").asDouble(),
                        row.path("eval_n").asInt(),
                        row.path("eval_accuracy").asDouble(),
                        row.path("eval_low").asDouble(),
                        row.path("eval_high").asDouble()));
            }
        }
        return points;
    }

    /** Seconds spent sampling and learning, before interruptions too. */
    double trainingSeconds() {
        return rows().stream()
                .mapToDouble(row -> row.path("rollout_seconds").asDouble(0)
                        + row.path("training_seconds").asDouble(0))
                .sum();
    }

    private List<JsonNode> rows() {
        try {
            return Files.readAllLines(metricsFile).stream().map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + metricsFile + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            metrics.close();
        } finally {
            attempts.close();
        }
    }
}
