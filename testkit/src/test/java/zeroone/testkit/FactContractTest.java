package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;
import zeroone.tasks.catalog.Tasks;

class FactContractTest {
    @Test
    void thimphu_is_the_capital_of_bhutan() {
        Taskset capitals = Tasks.named("capitals").problems();
        Problem bhutan = capitals.problem(JsonNodeFactory.instance.objectNode().put("fact", "capital of Bhutan"));
        assertThat(bhutan.prompt()).isEqualTo("What is the capital of Bhutan? Answer with its name alone.");
        for (String answer : List.of("Thimphu", " thimphu\n", "Thimphú")) {
            assertThat(capitals.verifier().verify(bhutan, answer)).isEqualTo(Verdict.CORRECT);
        }
        for (String answer : List.of("Thimpu", "Paro", "The capital is Thimphu", "Thimphu or Paro", "Тhimphu")) {
            assertThat(capitals.verifier().verify(bhutan, answer)).isEqualTo(Verdict.incorrect("is not Thimphu"));
        }
    }

    @Nested
    class CapitalsTest extends NamedTaskContract {
        private final List<String[]> table = table("capitals.tsv");

        CapitalsTest() {
            super("capitals");
        }

        @Override
        protected String solve(Problem problem) {
            return forms(problem).getFirst();
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            return Opinion.of(forms(problem).stream().anyMatch(answer.strip()::equalsIgnoreCase));
        }

        private List<String> forms(Problem problem) {
            String prompt = problem.prompt();
            boolean capital = prompt.startsWith("What is the capital of ");
            String asked = prompt.substring(
                    capital ? "What is the capital of ".length() : "Which country has the capital ".length(),
                    prompt.indexOf('?'));
            return find(table, capital ? 0 : 1, asked, capital ? 1 : 0);
        }
    }

    @Nested
    class ElementsTest extends NamedTaskContract {
        private final List<String[]> table = table("elements.tsv");

        ElementsTest() {
            super("elements");
        }

        @Override
        protected String solve(Problem problem) {
            String asked = problem.prompt().replaceAll(".* (\\S+)\\?.*", "$1");
            int known = asked.matches("[0-9]+") ? 0 : asked.matches("[A-Z].*") ? 1 : 2;
            int wanted = problem.prompt().contains("symbol of")
                    ? 1
                    : problem.prompt().contains("number of") ? 0 : 2;
            return find(table, known, asked, wanted).getFirst();
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            String right = solve(problem);
            return Opinion.of(
                    right.length() > 2
                            ? answer.strip().equalsIgnoreCase(right)
                            : answer.strip().equals(right));
        }
    }

    @Nested
    class YearsTest extends NamedTaskContract {
        private final List<String[]> table = table("events.tsv");

        YearsTest() {
            super("years");
        }

        @Override
        protected String solve(Problem problem) {
            String prompt = problem.prompt();
            if (prompt.startsWith("In which year was ")) {
                return year(prompt.substring("In which year was ".length(), prompt.indexOf('?')));
            }
            String[] events = prompt.substring("The year of ".length(), prompt.indexOf(": how"))
                    .split(" minus the year of ", -1);
            return "" + (Integer.parseInt(year(events[0])) - Integer.parseInt(year(events[1])));
        }

        private String year(String event) {
            return find(table, 1, event, 0).getFirst();
        }
    }

    private static List<String[]> table(String name) {
        Path file = Path.of("../tasks/src/main/resources/zeroone/tasks/facts").resolve(name);
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The forms of a field in the row that has the given form in another. */
    private static List<String> find(List<String[]> table, int known, String asked, int wanted) {
        return table.stream()
                .filter(row -> List.of(row[known].split("\\|", -1)).contains(asked))
                .map(row -> List.of(row[wanted].split("\\|", -1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the table does not have " + asked));
    }
}
