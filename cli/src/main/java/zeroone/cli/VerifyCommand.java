package zeroone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.cli.console.VerdictText;
import zeroone.tasks.Grade;
import zeroone.tasks.Grader;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;

/** Judges an answer: the reward function, from the shell. */
@Command(
        name = "verify",
        description = {
            "Judges an answer to a problem of a task: the reward function, from the shell.",
            "The answer is read from standard input. Exit code 0 means that it is correct."
        })
final class VerifyCommand implements Callable<Integer> {
    /** No answer is longer; more than this is not read. */
    private static final int MOST_BYTES = 1 << 20;

    private static final Grader GRADER = new Grader(Duration.ofSeconds(10));

    private final Surroundings surroundings;
    private final List<Task> tasks;

    @Parameters(paramLabel = "TASK", description = "The name of a task, for example countdown-3.")
    private String task = "";

    @Option(names = "--problem", paramLabel = "N", required = true, description = "Which problem, from 0.")
    private long index;

    @Option(
            names = "--split",
            defaultValue = "test",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Split split = Split.TEST;

    @Option(names = "--seed", defaultValue = "0", description = "The seed of the problems (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--show", description = "Show the problem and judge nothing.")
    private boolean show;

    VerifyCommand(Surroundings surroundings, List<Task> tasks) {
        this.surroundings = surroundings;
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public Integer call() throws IOException {
        if (index < 0) {
            throw new UserException("problems are numbered from 0: " + index);
        }
        Task chosen = find(task);
        Problem problem = chosen.problems().problem(split, seed, index);
        if (show) {
            surroundings.out().println(problem.prompt());
            return 0;
        }
        if (surroundings.terminal().interactive()) {
            surroundings.err().println(problem.prompt() + "  (end the answer with Ctrl-D)");
        }
        return tell(GRADER.grade(chosen.problems().verifier(), problem, answer()));
    }

    private Task find(String name) {
        Optional<Task> found =
                tasks.stream().filter(each -> each.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new UserException("there is no task " + name + "; there are "
                + String.join(", ", tasks.stream().map(Task::name).toList())));
    }

    private String answer() throws IOException {
        byte[] bytes = surroundings.in().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UserException("the answer is longer than " + MOST_BYTES + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private int tell(Grade grade) {
        surroundings.out().println(VerdictText.of(grade));
        return grade.isCorrect() ? 0 : 1;
    }
}
