package zeroone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.cli.question.KnownQuestion;
import zeroone.cli.serve.ServeState;
import zeroone.server.feedback.Feedback;
import zeroone.server.feedback.FeedbackFile;
import zeroone.server.feedback.Lessons;
import zeroone.tasks.catalog.ExportedProblem;
import zeroone.tasks.catalog.ProblemFile;
import zeroone.tasks.catalog.Tasks;
import zeroone.tasks.table.TableFile;

/** What people think of a server's answers, and what the next model can learn from it. */
@Command(
        name = "feedback",
        description = {
            "What people think of a server's answers. 'problems' and 'pairs' write what they consented to as",
            "material to train with."
        })
final class FeedbackCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--state", paramLabel = "DIR", description = "The server's directory (default: serve).")
    private Optional<Path> directory = Optional.empty();

    FeedbackCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private FeedbackFile.Content content() throws IOException {
        ServeState state = directory.map(ServeState::new).orElseGet(() -> ServeState.in(surroundings.home()));
        FeedbackFile.Content content = new FeedbackFile(state.feedback()).read();
        if (content.unreadable() > 0) {
            surroundings
                    .err()
                    .println(content.unreadable() + " lines of " + state.feedback()
                            + " cannot be read; they are left out");
        }
        return content;
    }

    @Override
    public Integer call() throws IOException {
        List<Feedback> all = content().feedback();
        Lessons lessons = Lessons.of(all);
        surroundings
                .out()
                .printf(
                        Locale.ROOT,
                        "%d replies rated: %d up, %d down, %d corrected; %d with consent%n%d problems, %d pairs%n",
                        all.size(),
                        all.stream().filter(Feedback::good).count(),
                        all.stream().filter(feedback -> !feedback.good()).count(),
                        all.stream()
                                .filter(feedback -> feedback.correction().isPresent())
                                .count(),
                        all.stream().filter(Feedback::consent).count(),
                        problems(lessons, Optional.empty()).size(),
                        lessons.preferences().size());
        return 0;
    }

    @Command(
            name = "problems",
            description = {
                "Writes questions with the answers that they should get, which 'eval --problems' and 'verify --problems'",
                "read. A question that a task knows becomes a problem of that task, with its verifier."
            })
    int problems(
            @Option(
                            names = {"-o", "--out"},
                            paramLabel = "FILE",
                            required = true,
                            description = "Where to, as JSON lines.")
                    Path file,
            @Option(
                            names = "--verifier",
                            paramLabel = "NAME",
                            description =
                                    "How answers to other questions are judged: exact, number, math (default: exact).")
                    Optional<String> verifier)
            throws IOException {
        List<ObjectNode> rows = problems(Lessons.of(content().feedback()), verifier);
        int written = write(file, rows, "problems");
        return rows.isEmpty() ? written : readable(file);
    }

    /** People correct answers in ways that a verifier may not understand: says which. */
    private int readable(Path file) throws IOException {
        try {
            List<ProblemFile.BadLine> bad =
                    ProblemFile.readSkippingBadLines(file).badLines();
            bad.forEach(line -> surroundings.err().println(line));
            if (!bad.isEmpty()) {
                surroundings.err().println("'eval --skip-bad' leaves these out");
            }
            return 0;
        } catch (IllegalArgumentException allBad) {
            throw new UserException(String.valueOf(allBad.getMessage()), allBad);
        }
    }

    @Command(
            name = "pairs",
            description =
                    "Writes preferences: prompt, chosen and rejected answer, as trainers of preferences read them.")
    int pairs(
            @Option(
                            names = {"-o", "--out"},
                            paramLabel = "FILE",
                            required = true,
                            description = "Where to, as JSON lines.")
                    Path file)
            throws IOException {
        List<ObjectNode> rows = Lessons.of(content().feedback()).preferences().stream()
                .map(preference -> JsonMapper.shared()
                        .createObjectNode()
                        .put("prompt", preference.question())
                        .put("chosen", preference.chosen())
                        .put("rejected", preference.rejected()))
                .toList();
        return write(file, rows, "pairs");
    }

    private int write(Path file, List<ObjectNode> rows, String what) throws IOException {
        TableFile.write(file.toAbsolutePath(), TableFile.Format.JSONL, rows.iterator());
        surroundings.out().println("Written: " + file + ", " + rows.size() + " " + what);
        return 0;
    }

    private static List<ObjectNode> problems(Lessons lessons, Optional<String> verifier) {
        List<ObjectNode> rows = new ArrayList<>();
        lessons.answers().forEach((question, answer) -> {
            Optional<ObjectNode> known = ofTask(question);
            if (known.isPresent()) {
                rows.add(known.get());
            } else if (answer.isPresent()) {
                ObjectNode row = JsonMapper.shared()
                        .createObjectNode()
                        .put("question", question)
                        .put("answer", answer.get());
                verifier.ifPresent(name -> row.put("verifier", name));
                rows.add(row);
            }
        });
        return rows;
    }

    /** The question as a problem of a task, which knows all right answers. */
    private static Optional<ObjectNode> ofTask(String question) {
        try {
            return KnownQuestion.of(question)
                    .map(KnownQuestion::problem)
                    .filter(problem ->
                            Tasks.all().stream().anyMatch(task -> task.name().equals(problem.task())))
                    .map(ExportedProblem::row);
        } catch (IllegalArgumentException looksLikeOne) {
            return Optional.empty();
        }
    }
}
