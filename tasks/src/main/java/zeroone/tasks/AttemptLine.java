package zeroone.tasks;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.text.generation.FinishReason;

/**
 * An attempt as one line of attempts.jsonl:
 *
 * <pre>{@code
 * {"task":"countdown-3","id":"5 8 13 = 16","prompt":"Use 13, 5 and 8 to make 16.",
 *  "data":{"numbers":[13,5,8],"target":16},"thought":"…","answer":"(13+8)-5","verdict":"correct",
 *  "thought_tokens":41,"answer_tokens":7,"finish":"stop","behaviour":{"steps":9,…}}
 * }</pre>
 *
 * The verdict is "correct", "incorrect", "no_answer" or "failed" (the verifier's own failure); "reason" says why where
 * there is something to say. Readers ignore fields they do not know, so a log may add its own.
 */
public final class AttemptLine {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AttemptLine() {}

    /** The attempt as a JSON object, to which a log may add fields such as the step. */
    public static ObjectNode json(Attempt attempt) {
        ObjectNode line = JSON.createObjectNode();
        Problem problem = attempt.problem();
        line.put("task", problem.task());
        line.put("id", problem.id());
        line.put("prompt", problem.prompt());
        line.set("data", problem.data());
        line.put("thought", attempt.thought());
        line.put("answer", attempt.answer());
        switch (attempt.grade()) {
            case Grade.Judged(Verdict.Correct()) -> line.put("verdict", "correct");
            case Grade.Judged(Verdict.Incorrect(String reason)) ->
                line.put("verdict", "incorrect").put("reason", reason);
            case Grade.Judged(Verdict.NoAnswer()) -> line.put("verdict", "no_answer");
            case Grade.Failed(String error) -> line.put("verdict", "failed").put("reason", error);
        }
        line.put("thought_tokens", attempt.thoughtTokens());
        line.put("answer_tokens", attempt.answerTokens());
        line.put("finish", attempt.finishReason().name().toLowerCase(Locale.ROOT));
        ThoughtBehaviour behaviour = attempt.behaviour();
        line.putObject("behaviour")
                .put("steps", behaviour.steps())
                .put("false_steps", behaviour.falseSteps())
                .put("backtracks", behaviour.backtracks())
                .put("revisits", behaviour.revisits())
                .put("accepted_right", behaviour.acceptedRight())
                .put("accepted_wrong", behaviour.acceptedWrong())
                .put("rejected_right", behaviour.rejectedRight())
                .put("rejected_wrong", behaviour.rejectedWrong());
        return line;
    }

    /** One line of JSON without a line break. */
    public static String write(Attempt attempt) {
        return JSON.writeValueAsString(json(attempt));
    }

    /**
     * Reads a line back.
     *
     * @throws IllegalArgumentException if the line is not an attempt; the message names the field
     */
    public static Attempt read(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException failure) {
            throw new IllegalArgumentException(
                    "an attempt must be a JSON object: " + failure.getOriginalMessage(), failure);
        }
        if (!(node instanceof ObjectNode row)) {
            throw new IllegalArgumentException("an attempt must be a JSON object");
        }
        if (!(row.get("data") instanceof ObjectNode data)) {
            throw new IllegalArgumentException("\"data\" must be an object");
        }
        Problem problem = new Problem(text(row, "task"), text(row, "id"), text(row, "prompt"), data);
        FinishReason finish = switch (text(row, "finish")) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            case "stop_string" -> FinishReason.STOP_STRING;
            case "stop_token" -> FinishReason.STOP_TOKEN;
            case "cancelled" -> FinishReason.CANCELLED;
            case "error" -> FinishReason.ERROR;
            case String other ->
                throw new IllegalArgumentException("\"finish\" must be stop, length, stop_string, stop_token, cancelled"
                        + " or error, not " + other);
        };
        return new Attempt(
                problem,
                text(row, "thought"),
                text(row, "answer"),
                grade(row),
                whole(row, "thought_tokens"),
                whole(row, "answer_tokens"),
                finish,
                behaviour(row));
    }

    private static Grade grade(ObjectNode row) {
        return switch (text(row, "verdict")) {
            case "correct" -> new Grade.Judged(Verdict.CORRECT);
            case "incorrect" -> new Grade.Judged(Verdict.incorrect(text(row, "reason")));
            case "no_answer" -> new Grade.Judged(Verdict.NO_ANSWER);
            case "failed" -> new Grade.Failed(text(row, "reason"));
            case String other ->
                throw new IllegalArgumentException(
                        "\"verdict\" must be correct, incorrect, no_answer or failed, not " + other);
        };
    }

    private static ThoughtBehaviour behaviour(ObjectNode row) {
        if (!(row.get("behaviour") instanceof ObjectNode counts)) {
            throw new IllegalArgumentException("\"behaviour\" must be an object");
        }
        return new ThoughtBehaviour(
                whole(counts, "steps"),
                whole(counts, "false_steps"),
                whole(counts, "backtracks"),
                whole(counts, "revisits"),
                whole(counts, "accepted_right"),
                whole(counts, "accepted_wrong"),
                whole(counts, "rejected_right"),
                whole(counts, "rejected_wrong"));
    }

    private static String text(ObjectNode row, String field) {
        JsonNode node = row.get(field);
        if (node == null || !node.isString()) {
            throw new IllegalArgumentException("\"" + field + "\" must be a string, not " + node);
        }
        return node.stringValue();
    }

    private static int whole(ObjectNode row, String field) {
        JsonNode node = row.get(field);
        if (node == null || !node.isInt()) {
            throw new IllegalArgumentException("\"" + field + "\" must be a whole number, not " + node);
        }
        return node.intValue();
    }
}
