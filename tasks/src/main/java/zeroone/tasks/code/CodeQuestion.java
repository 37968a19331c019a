package zeroone.tasks.code;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.NamedVerifier;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

/**
 * "code": programming problems of a user's own among other questions: "question" is the statement, the other fields are
 * those of a problem of task "code".
 */
public final class CodeQuestion implements NamedVerifier {
    private final CodeVerifier programs = new CodeVerifier();

    @Override
    public String name() {
        return "code";
    }

    @Override
    public List<String> fields() {
        return List.of(
                "tests",
                "subtasks",
                "samples",
                "languages",
                "time_ms",
                "memory_mb",
                "checker",
                "tolerance",
                "function");
    }

    @Override
    public void check(ObjectNode data) {
        own(data);
    }

    @Override
    public String prompt(ObjectNode data) {
        return own(data).prompt();
    }

    @Override
    public Verdict verify(Problem problem, String answer) {
        return programs.verify(own(problem.data()), answer);
    }

    @Override
    public Duration patience() {
        return programs.patience();
    }

    private static Problem own(ObjectNode data) {
        ObjectNode statement = data.deepCopy();
        statement.set("statement", statement.remove("question"));
        return OwnCodeProblem.of(statement).problem("code");
    }
}
