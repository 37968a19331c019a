package zeroone.tasks.code;

import java.time.Duration;
import java.util.Optional;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;
import zeroone.tasks.code.judge.CodeReport;
import zeroone.tasks.code.judge.Judge;
import zeroone.tasks.code.judge.Judge.Thoroughness;
import zeroone.tasks.code.judge.Toolchains;
import zeroone.tasks.sandbox.Sandbox;
import zeroone.tasks.sandbox.SandboxUnavailable;

/**
 * Judges programs by running them in the sandbox. An answer is correct if every test passes; {@link #report} tells partial
 * credit. Where programs cannot be contained, or a language has no compiler here, it throws: that says nothing about the
 * answer. A verdict takes from a tenth of a second to a minute (a slow program is run to its limit), on a busy machine
 * longer, so it asks graders for {@link #patience}.
 *
 * <p>A reason names the first failing test. Of a sample, which the statement shows, it tells what was printed and expected;
 * of a hidden test only how the program failed. See {@link Judge}.
 */
public final class CodeVerifier implements Verifier {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Opened when the first program comes, so that the problems can be had where programs cannot be run. */
    private Optional<Judge> judge = Optional.empty();

    @Override
    public Verdict verify(Problem problem, String answer) {
        if (answer.isBlank()) {
            return Verdict.NO_ANSWER;
        }
        return judge(problem, answer, Thoroughness.VERDICT).verdict();
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    /**
     * Judges every subtask, for partial credit.
     *
     * @throws SandboxUnavailable if this machine cannot contain programs
     */
    public CodeReport report(Problem problem, String answer) {
        return judge(problem, answer, Thoroughness.POINTS);
    }

    private CodeReport judge(Problem problem, String answer, Thoroughness thoroughness) {
        CodeProblem code = CodeProblem.of(problem.data());
        CodeAnswer program;
        try {
            program = CodeAnswer.read(answer, code.languages());
        } catch (CodeAnswer.Malformed malformed) {
            return CodeReport.refused(String.valueOf(malformed.getMessage()), code.points());
        }
        try {
            return judge().judge(code.judged(), program.language(), program.source(), thoroughness);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("judging a program was interrupted", interruption);
        }
    }

    private synchronized Judge judge() throws InterruptedException {
        if (judge.isEmpty()) {
            judge = Optional.of(new Judge(Sandbox.open(), Toolchains.here()));
        }
        return judge.get();
    }
}
