package zeroone.tasks.mathematics;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

/** "math": questions of a user's own, judged by {@link MathAnswer}. */
public final class MathQuestion implements NamedVerifier {
    private final MathAnswer answers = new MathAnswer();

    @Override
    public String name() {
        return "math";
    }

    @Override
    public List<String> fields() {
        return List.of("answer", "decimals");
    }

    @Override
    public void check(ObjectNode data) {
        JsonNode answer = data.get("answer");
        if (answer == null || !answer.isString()) {
            throw new IllegalArgumentException("\"answer\" must be a text, not " + answer);
        }
        MathAnswer.requireReadable(answer.stringValue());
        JsonNode decimals = data.get("decimals");
        if (decimals != null && !(decimals.isIntegralNumber() && decimals.asInt() >= 0 && decimals.asInt() <= 100)) {
            throw new IllegalArgumentException("\"decimals\" must be a whole number from 0 to 100, not " + decimals);
        }
    }

    @Override
    public Verdict verify(Problem problem, String answer) {
        return answers.verify(problem, answer);
    }
}
