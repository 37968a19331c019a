package zeroone.tasks.code;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.code.judge.JudgedTask;
import zeroone.tasks.code.judge.Language;

/** A programming problem as its reference data describe it. */
sealed interface CodeProblem permits GeneratedCodeProblem, OwnCodeProblem {
    /** @throws IllegalArgumentException if the data describe none; the message says why */
    static CodeProblem of(ObjectNode data) {
        if (data.has("kind")) {
            return GeneratedCodeProblem.of(data);
        }
        if (data.has("statement")) {
            return OwnCodeProblem.of(data);
        }
        throw new IllegalArgumentException("a programming problem must have a \"kind\" (of a generated one) or a"
                + " \"statement\" (of your own); it has " + data.propertyNames());
    }

    /** The languages in which it may be solved. */
    Set<Language> languages();

    /** The points of all subtasks. */
    int points();

    /** The tests; made or read anew. */
    JudgedTask judged();

    /** The problem as the model reads it. */
    Problem problem(String task);

    /** How an answer must look. */
    static String form(Set<Language> languages) {
        return languages.size() == 1
                ? "Answer with the source in " + languages.iterator().next().title()
                        + ", in one code block or plain, and" + " nothing else."
                : "Answer with one code block between lines of ```, the first of which is marked "
                        + CodeAnswer.tags(languages) + ", and nothing else.";
    }
}
