package zeroone.tasks.question;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

/** "exact": equal texts, apart from white space around them. */
public final class ExactVerifier implements NamedVerifier {
    @Override
    public String name() {
        return "exact";
    }

    @Override
    public List<String> fields() {
        return List.of("answer");
    }

    @Override
    public void check(ObjectNode data) {
        Question.answer(data);
    }

    @Override
    public Verdict verify(Problem problem, String answer) {
        String reference = Question.answer(problem.data()).strip();
        if (answer.isBlank()) {
            return Verdict.NO_ANSWER;
        }
        return answer.strip().equals(reference) ? Verdict.CORRECT : Verdict.incorrect("is not \"" + reference + "\"");
    }
}
