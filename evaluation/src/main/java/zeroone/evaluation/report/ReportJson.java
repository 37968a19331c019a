package zeroone.evaluation.report;

import java.util.OptionalDouble;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.AttemptCounts;
import zeroone.evaluation.scaling.CurvePoint;
import zeroone.evaluation.scaling.TrainingPoint;
import zeroone.tasks.Grade;
import zeroone.tasks.Verdict;

/** The report as JSON. Names are written out here, so that renaming a record component never changes the file. */
final class ReportJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    /** UTF-8 bytes of the report. */
    static byte[] of(Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("name", report.name());
        root.put("task", report.task());
        root.put("finished", report.timing().finished().toString());
        root.putObject("timing")
                .put("training_seconds", report.timing().training().toMillis() / 1000.0)
                .put("evaluation_seconds", report.timing().evaluation().toMillis() / 1000.0);
        ArrayNode models = root.putArray("models");
        report.models().forEach(models::add);
        ObjectNode settings = root.putObject("settings");
        report.settings().forEach(settings::put);
        ArrayNode trainCurve = root.putArray("train_curve");
        report.trainCurve().forEach(point -> put(trainCurve.addObject(), point));
        ArrayNode testCurves = root.putArray("test_curves");
        report.testCurves().forEach(point -> put(testCurves.addObject(), point));
        ObjectNode behaviour = root.putObject("behaviour");
        report.behaviour().forEach((model, summary) -> put(behaviour.putObject(model), summary));
        ObjectNode counts = root.putObject("counts");
        report.counts().forEach((model, count) -> put(counts.putObject(model), count));
        ArrayNode samples = root.putArray("samples");
        report.samples().forEach(sample -> put(samples.addObject(), sample));
        ArrayNode reproduce = root.putArray("reproduce");
        report.reproduce().forEach(reproduce::add);
        return JSON.writeValueAsBytes(root);
    }

    private static void put(ObjectNode node, TrainingPoint point) {
        node.put("step", point.step())
                .put("tokens", point.tokens())
                .put("flops", point.flops())
                .put("n", point.n())
                .put("accuracy", point.accuracy())
                .put("low", point.low())
                .put("high", point.high());
    }

    private static void put(ObjectNode node, CurvePoint point) {
        node.put("model", point.model())
                .put("strategy", point.strategy().key())
                .put("budget", point.budget())
                .put("tokens", point.tokens())
                .put("flops", point.flops())
                .put("n", point.n())
                .put("accuracy", point.accuracy())
                .put("low", point.low())
                .put("high", point.high());
    }

    private static void put(ObjectNode node, BehaviourSummary summary) {
        node.put("thoughts", summary.thoughts())
                .put("tokens", summary.tokens())
                .put("steps", summary.total().steps())
                .put("false_steps", summary.total().falseSteps())
                .put("revisits", summary.total().revisits())
                .put("backtracks", summary.total().backtracks())
                .put("accepted_right", summary.total().acceptedRight())
                .put("accepted_wrong", summary.total().acceptedWrong())
                .put("rejected_right", summary.total().rejectedRight())
                .put("rejected_wrong", summary.total().rejectedWrong())
                .put("tokens_per_thought", summary.tokensPerThought())
                .put("backtracks_per_thought", summary.backtracksPerThought())
                .put("checks_per_thought", summary.checksPerThought());
        put(node, "backtracks_per_1000_tokens", summary.backtracksPerThousandTokens());
        put(node, "checks_per_1000_tokens", summary.checksPerThousandTokens());
        put(node, "false_step_share", summary.falseStepShare());
        put(node, "revisit_share", summary.revisitShare());
        put(node, "yes_when_right", summary.yesWhenRight());
        put(node, "no_when_right", summary.noWhenRight());
        put(node, "yes_when_wrong", summary.yesWhenWrong());
        put(node, "precision_of_yes", summary.precisionOfYes());
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static void put(ObjectNode node, AttemptCounts counts) {
        node.put("attempts", counts.attempts())
                .put("grader_failures", counts.graderFailures())
                .put("no_answers", counts.noAnswers())
                .put("cut_thoughts", counts.cutThoughts());
    }

    private static void put(ObjectNode node, SampleProblem sample) {
        node.put("prompt", sample.prompt());
        ArrayNode thoughts = node.putArray("thoughts");
        for (SampleThought thought : sample.thoughts()) {
            ObjectNode entry = thoughts.addObject()
                    .put("model", thought.model())
                    .put("thought", thought.thought())
                    .put("answer", thought.answer());
            switch (thought.grade()) {
                case Grade.Judged(Verdict.Correct()) -> entry.put("verdict", "correct");
                case Grade.Judged(Verdict.Incorrect(String reason)) ->
                    entry.put("verdict", "incorrect").put("reason", reason);
                case Grade.Judged(Verdict.NoAnswer()) -> entry.put("verdict", "no_answer");
                case Grade.Failed(String error) ->
                    entry.put("verdict", "grader_failed").put("reason", error);
            }
            entry.put("tokens", thought.tokens()).put("thought_ended", thought.thoughtEnded());
        }
    }
}
