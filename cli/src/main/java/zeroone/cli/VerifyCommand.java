package zeroone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.cli.console.VerdictText;
import zeroone.tasks.Grade;
import zeroone.tasks.Grader;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.Taskset;
import zeroone.tasks.catalog.ProblemFile;

/** Judges an answer: the reward function, from the shell. */
@Command(
        name = "verify",
        description = {
            "Judges an answer to a problem of a task: the reward function, from the shell.",
            "The problem is one of a task, or of a file of your own; the answer is read from standard input or a file.",
            "Exit code 0 means that it is correct."
        })
final class VerifyCommand implements Callable<Integer> {
    /** No answer is longer; more than this is not read. */
    private static final int MOST_BYTES = 1 << 20;

    private static final Grader GRADER = new Grader(Duration.ofSeconds(10));

    private final Surroundings surroundings;
    private final List<Task> tasks;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    private static final class Source {
        @Parameters(paramLabel = "TASK", description = "The name of a task, for example countdown-3.")
        private Optional<String> task = Optional.empty();

        @Option(names = "--problems", paramLabel = "FILE", description = "Problems of your own.")
        private Optional<Path> problems = Optional.empty();
    }

    @Option(names = "--problem", paramLabel = "N", required = true, description = "Which problem, from 0.")
    private long index;

    @Option(
            names = "--split",
            defaultValue = "test",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Split split = Split.TEST;

    @Option(names = "--seed", defaultValue = "0", description = "The seed of the problems (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the answer from there.")
    private Optional<Path> file = Optional.empty();

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
        ProblemFile.Entry chosen = problem();
        if (show) {
            surroundings.out().println(chosen.problem().prompt());
            return 0;
        }
        if (file.isEmpty() && surroundings.terminal().interactive()) {
            surroundings.err().println(chosen.problem().prompt() + "  (end the answer with Ctrl-D)");
        }
        return tell(GRADER.grade(chosen.verifier(), chosen.problem(), answer()));
    }

    private ProblemFile.Entry problem() throws IOException {
        if (source.problems.isPresent()) {
            List<ProblemFile.Entry> entries =
                    ProblemFile.read(source.problems.get()).entries();
            if (index >= entries.size()) {
                throw new UserException(
                        source.problems.get() + " holds problems 0 to " + (entries.size() - 1) + ", not " + index);
            }
            return entries.get((int) index);
        }
        Taskset problems = TasksCommand.find(tasks, source.task.orElse("")).problems();
        return new ProblemFile.Entry(problems.problem(split, seed, index), problems.verifier());
    }

    private String answer() throws IOException {
        if (file.isPresent()) {
            try (InputStream input = Files.newInputStream(file.get())) {
                return answer(input);
            }
        }
        return answer(surroundings.in());
    }

    private static String answer(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(MOST_BYTES + 1);
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
