package zeroone.cli.gallery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zeroone.cli.console.VerdictText;
import zeroone.tasks.Grader;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.game.Game;
import zeroone.tasks.game.Games;
import zeroone.text.CounterRandom;

/**
 * The document of all tasks: a function of the tasks alone, so it can be compared with the one in the repository.
 *
 * @param tasks families together, the easiest task of each first
 */
public record Gallery(List<Task> tasks) {
    private static final Grader GRADER = new Grader(Duration.ofSeconds(60));

    /** Domains whose verifiers run programs, which not every machine can: the document must not depend on that. */
    private static final Set<String> RUN_PROGRAMS = Set.of("code", "code-function");

    private static final int WRITERS = 200;
    private static final int LONGEST_THOUGHT = 1_200;
    private static final int LONGEST_ANSWER = 400;
    private static final String HEAD = """
            # Tasks

            Every domain with two problems, a worked solution, what its verifier says of a few answers, and what its problems
            cost. Made from the code by `./zeroone tasks gallery > docs/TASKS.md`; a test compares the two.

            `./zeroone tasks` lists them, `./zeroone tasks show NAME` prints problems, `./zeroone tasks export NAME -o FILE`
            writes them as JSONL or Parquet, and `./zeroone verify NAME --problem N` judges an answer.

            A problem is a function of task, split, seed and number. No two splits share one: the split is a function of the
            canonical form. Verifiers read the whole answer by a strict grammar and compare exactly: the right answer with
            other words around it, or with a second one beside it, is wrong. Worked solutions are of mixed quality on purpose.

            ## Your own problems

            One class: a `TaskProvider` named in `META-INF/services/zeroone.tasks.TaskProvider`. Or one file, `.jsonl`, `.csv` or
            `.parquet`, for `./zeroone train -s task=FILE`, `./zeroone eval MODEL --problems FILE` and `./zeroone verify --problems FILE
            --problem N`. To train with, a file needs some dozens of problems: one in ten is kept for validation, one in ten for the test.

            ```json
            {"task":"countdown-3","numbers":[3,7,4],"target":25}
            {"question":"Which city is the capital of Bhutan?","answer":"Thimphu"}
            {"question":"What is 2 + 2?","answer":"4","verifier":"number"}
            {"question":"Which is a noble gas?","options":["neon","iron","chlorine"],"answer":"neon"}
            {"question":"Write a date.","pattern":"[0-9]{4}-[0-9]{2}-[0-9]{2}","verifier":"regex"}
            {"question":"Prove it.","statement":"forall n : nat, n + 0 = n","imports":["Arith"],"verifier":"coq"}
            ```

            A proof for `coq` is checked by the Coq that is installed, in the sandbox; where there is none, no proof gets a verdict.

            Files of GPQA, MMLU and ARC are read as they are, with their options shuffled. More verifiers: a `NamedVerifier` named
            in `META-INF/services/zeroone.tasks.NamedVerifier`.
            """;

    public Gallery {
        tasks = List.copyOf(tasks);
    }

    /** The whole document. */
    public String markdown() {
        List<Domain> domains = Domain.of(tasks);
        StringBuilder text = new StringBuilder(HEAD);
        text.append("\n## Difficulty\n\n")
                .append(domains.size())
                .append(" domains, ")
                .append(tasks.size());
        text.append(
                " tasks, and games. Effort is what a reference solver spends, over 31 problems of the test split.\n\n");
        text.append("| task | problems | effort: median | range | unit |\n|---|---|---:|---|---|\n");
        for (Task task : tasks) {
            MeasuredTask measured = MeasuredTask.of(task);
            text.append("| ").append(measured.name()).append(" | ").append(cell(measured.axes()));
            text.append(" | ").append(measured.median()).append(" | ").append(measured.span());
            text.append(" | ").append(cell(measured.unit())).append(" |\n");
        }
        domains.forEach(domain -> domain(domain, text));
        text.append(
                        "\n## Games\n\nEnvironments that answer back, for programs (`zeroone.tasks.game`). An illegal move loses at")
                .append(" once.\n");
        Games.all().forEach(game -> game(game, text));
        return text.toString();
    }

    private static void domain(Domain domain, StringBuilder text) {
        text.append("\n## ").append(domain.name()).append("\n");
        Task easiest = domain.tasks().getFirst();
        Task hardest = domain.tasks().getLast();
        Problem first = easiest.problems().problem(Split.TEST, 0, 0);
        Problem second = hardest.problems().problem(Split.TEST, 0, 1);
        problem(easiest, first, text);
        if (RUN_PROGRAMS.contains(domain.name())) {
            WorkedSolution solution =
                    easiest.workedSolutions().write(first, CounterRandom.of(0).sequence());
            text.append("\nSomebody's notes and answer, which may be wrong:\n")
                    .append(block(solution.thought().strip() + "\n\n"
                            + solution.answer().strip()));
            problem(hardest, second, text);
            return;
        }
        rightSolution(easiest, first).ifPresent(solution -> {
            text.append("\nWorked:\n").append(block(solution.thought().strip()));
            text.append("\nVerdicts:\n\n| answer | verdict |\n|---|---|\n");
            answers(easiest, solution.answer())
                    .forEach((answer, what) -> text.append("| ")
                            .append(what)
                            .append(" | ")
                            .append(cell(shortened(VerdictText.of(
                                    GRADER.grade(easiest.problems().verifier(), first, answer)))))
                            .append(" |\n"));
        });
        problem(hardest, second, text);
    }

    private static void problem(Task task, Problem problem, StringBuilder text) {
        text.append("\n`").append(task.name()).append("`:\n").append(block(problem.prompt()));
    }

    /** A short solution that the verifier takes; where there is none, the gallery shows none. */
    private static Optional<WorkedSolution> rightSolution(Task task, Problem problem) {
        Optional<WorkedSolution> found = Optional.empty();
        for (int writer = 0; writer < WRITERS; writer++) {
            WorkedSolution solution = task.workedSolutions()
                    .write(problem, CounterRandom.of(writer).sequence());
            boolean fits = solution.thought().length() <= LONGEST_THOUGHT
                    && solution.thought().length() > 20
                    && solution.answer().length() <= LONGEST_ANSWER;
            if (fits
                    && GRADER.grade(task.problems().verifier(), problem, solution.answer())
                            .isCorrect()) {
                // One that goes wrong on its way shows more.
                if (solution.thought().contains("Wait")) {
                    return Optional.of(solution);
                }
                found = found.isPresent() ? found : Optional.of(solution);
            }
        }
        return found;
    }

    /** Answers to judge, each with how the table shows it. */
    private static Map<String, String> answers(Task task, String right) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(right, code(right));
        answers.put("The answer is " + right, code("The answer is " + right));
        String wrong = wrongSolution(task, right);
        answers.put(wrong, code(wrong));
        answers.put(right + "\n" + wrong, code(right) + " and in the next line " + code(wrong));
        answers.put("", "(nothing)");
        return answers;
    }

    private static String wrongSolution(Task task, String right) {
        for (int index = 0; index < WRITERS; index++) {
            Problem other = task.problems().problem(Split.TRAIN, 0, index);
            String answer = task.workedSolutions()
                    .write(other, CounterRandom.of(index).sequence())
                    .answer();
            if (!answer.equals(right) && answer.length() <= LONGEST_ANSWER && !answer.isBlank()) {
                return answer;
            }
        }
        return "?";
    }

    private static void game(Game game, StringBuilder text) {
        text.append("\n`").append(game.name()).append("`:\n");
        List<String> lines = new ArrayList<>(List.of(game.rules(), ""));
        lines.add(game.start(0).observation());
        text.append(block(String.join("\n", lines)));
    }

    private static String block(String text) {
        String fence = text.contains("```") ? "~~~~" : "```";
        return "\n" + fence + "text\n" + text + "\n" + fence + "\n";
    }

    private static String code(String text) {
        String line = cell(shortened(text.replace("\n", " ⏎ ").replace("`", "'")));
        return "`" + line + "`";
    }

    private static String cell(String text) {
        return text.replace("\n", " ").replace("|", "\\|");
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, text.offsetByCodePoints(0, 90)) + "…";
    }
}
