package zeroone.tasks.code.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zeroone.tasks.sandbox.Sandbox;
import zeroone.tasks.sandbox.SandboxFailure;
import zeroone.tasks.sandbox.SandboxResult;

/**
 * Compiles a program once and runs it on one test after another, each in a sandbox of its own.
 *
 * <p>What is told of failures: of a sample everything, since the statement shows it; of a hidden test which one it is and
 * how the program failed (wrong, too slow, too much memory, too much output, an error), never what was in it, and never what
 * the program wrote or which code it ended with, which could be the input.
 */
public record Judge(Sandbox sandbox, Toolchains toolchains) {
    private static final int SHOWN = 200;

    /** How much of a task is judged. */
    public enum Thoroughness {
        /** Up to the first failure, which decides the verdict. */
        VERDICT,
        /** Every subtask up to its first failure, for the points. */
        POINTS
    }

    /**
     * Judges a program.
     *
     * @throws SandboxFailure if the sandbox fails, which says nothing about the program
     * @throws IllegalStateException if this machine has no compiler or runtime for the language
     */
    public CodeReport judge(JudgedTask task, Language language, String source, Thoroughness thoroughness)
            throws InterruptedException {
        toolchains.require(language);
        try (Program program =
                new Compiler(sandbox, toolchains).compile(language, task.function(), source, task.limits())) {
            return judge(task, program, thoroughness);
        } catch (CompilationError error) {
            return CodeReport.refused("does not compile: " + error.getMessage(), task.points());
        } catch (IOException failure) {
            throw new SandboxFailure("a program could not be handed to the sandbox: " + failure, failure);
        }
    }

    private CodeReport judge(JudgedTask task, Program program, Thoroughness thoroughness) throws InterruptedException {
        List<TestReport> reports = new ArrayList<>();
        boolean goOn = samples(task, program, reports) || thoroughness == Thoroughness.POINTS;
        int points = 0;
        for (int i = 0; i < task.subtasks().size() && goOn; i++) {
            Subtask subtask = task.subtasks().get(i);
            boolean passed = subtask(task, program, i + 1, reports);
            points += passed ? subtask.points() : 0;
            goOn = passed || thoroughness == Thoroughness.POINTS;
        }
        return new CodeReport(points, task.points(), Optional.empty(), reports);
    }

    private boolean samples(JudgedTask task, Program program, List<TestReport> reports) throws InterruptedException {
        for (int i = 0; i < task.samples().size(); i++) {
            TestReport report = test(task, program, 0, i + 1, task.samples().get(i));
            reports.add(report);
            if (report.outcome() != Outcome.PASSED) {
                return false;
            }
        }
        return true;
    }

    private boolean subtask(JudgedTask task, Program program, int number, List<TestReport> reports)
            throws InterruptedException {
        Subtask subtask = task.subtasks().get(number - 1);
        for (int i = 0; i < subtask.size(); i++) {
            TestReport report = test(task, program, number, i + 1, subtask.test(i));
            reports.add(report);
            if (report.outcome() != Outcome.PASSED) {
                return false;
            }
        }
        return true;
    }

    private TestReport test(JudgedTask task, Program program, int subtask, int number, TestCase test)
            throws InterruptedException {
        byte[] input = test.input().getBytes(StandardCharsets.UTF_8);
        SandboxResult result = sandbox.run(program.command().withInput(input), program.limits());
        long millis = result.cpuTime().toMillis();
        Outcome outcome = switch (result.ending()) {
            case EXITED -> result.succeeded() ? Outcome.PASSED : Outcome.FAILED;
            case SIGNALLED -> Outcome.FAILED;
            case WALL_TIME, CPU_TIME -> Outcome.TOO_SLOW;
            case MEMORY -> Outcome.OUT_OF_MEMORY;
            case OUTPUT -> Outcome.TOO_MUCH_OUTPUT;
        };
        String detail = switch (outcome) {
            case PASSED, OUT_OF_MEMORY, TOO_MUCH_OUTPUT, WRONG -> "";
            case TOO_SLOW -> "more than " + program.limits().cpuTime().toMillis() + " ms";
            case FAILED -> subtask == 0 ? failure(result) : "";
        };
        if (outcome == Outcome.PASSED) {
            Optional<String> complaint =
                    task.checker().complaint(test, result.stdout().text());
            if (complaint.isPresent()) {
                return new TestReport(
                        subtask, number, Outcome.WRONG, subtask == 0 ? "the output " + complaint.get() : "", millis);
            }
        }
        return new TestReport(subtask, number, outcome, detail, millis);
    }

    private static String failure(SandboxResult result) {
        String how = result.signal().isPresent()
                ? "signal " + result.signal().getAsInt()
                : "exit code " + result.exitCode().orElse(-1);
        String said = result.stderr()
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, last) -> last)
                .orElse("")
                .strip();
        return how + (said.isEmpty() ? "" : ", " + (said.length() > SHOWN ? said.substring(0, SHOWN) + "…" : said));
    }
}
