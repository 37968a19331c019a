package zeroone.tasks.mathematics;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

/** What the verifier says of an answer, given the reference. */
final class MathVerdict {
    private MathVerdict() {}

    static Verdict of(String reference, String answer) {
        return of(JsonNodeFactory.instance.objectNode().put("answer", reference), answer);
    }

    /** Where the answer is to be rounded to so many decimals. */
    static Verdict of(String reference, int decimals, String answer) {
        return of(JsonNodeFactory.instance.objectNode().put("answer", reference).put("decimals", decimals), answer);
    }

    private static Verdict of(ObjectNode data, String answer) {
        return new MathAnswer().verify(new Problem("question", "What?", "What?", data), answer);
    }
}
