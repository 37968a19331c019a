package zeroone.tasks.question;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

/** "number": equal numbers, exactly: 0.25 is 1/4. The answer must be the number and nothing else. */
public final class NumberVerifier implements NamedVerifier {
    @Override
    public String name() {
        return "number";
    }

    @Override
    public List<String> fields() {
        return List.of("answer");
    }

    @Override
    public void check(ObjectNode data) {
        reference(data);
    }

    @Override
    public Verdict verify(Problem problem, String answer) {
        ExactNumber reference = reference(problem.data());
        if (answer.isBlank()) {
            return Verdict.NO_ANSWER;
        }
        return ExactNumber.parse(answer)
                .map(number -> number.sameAs(reference)
                        ? Verdict.CORRECT
                        : Verdict.incorrect(
                                "is not " + Question.answer(problem.data()).strip()))
                .orElseGet(() -> Verdict.incorrect("is not a number"));
    }

    private static ExactNumber reference(ObjectNode data) {
        String text = Question.answer(data);
        return ExactNumber.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("\"answer\" must be a number such as 12, -3, 0.25 or"
                        + " 1/4 for verifier \"number\", not \"" + text + "\""));
    }
}
