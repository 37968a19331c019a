package zeroone.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class SatisfiabilityContractTest {
    @Nested
    class SixTest extends Contract {
        SixTest() {
            super("sat-6");
        }
    }

    abstract static class Contract extends NamedTasksetContract {

        Contract(String name) {
            super(name);
        }

        /** Tries all assignments: bit i is the truth of the i-th letter. */
        @Override
        protected String solve(Problem problem) {
            String clauses = problem.data().get("clauses").stringValue();
            List<String> letters =
                    List.copyOf(new TreeSet<>(List.of(clauses.replace("-", "").split(",? "))));
            List<List<String>> literals = List.of(clauses.split(", ")).stream()
                    .map(clause -> List.of(clause.split(" ")))
                    .toList();
            int values = IntStream.range(0, 1 << letters.size())
                    .filter(assignment -> literals.stream()
                            .allMatch(
                                    clause -> clause.stream().anyMatch(literal -> holds(letters, literal, assignment))))
                    .findFirst()
                    .orElseThrow();
            return IntStream.range(0, letters.size())
                    .mapToObj(i -> letters.get(i) + ((values & 1 << i) != 0 ? " true" : " false"))
                    .collect(Collectors.joining(", "));
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            String clauses = problem.data().get("clauses").stringValue();
            Map<String, String> values = PlainAnswer.pairs(answer).orElse(Map.of());
            return Opinion.of(values.keySet()
                            .equals(new TreeSet<>(
                                    List.of(clauses.replace("-", "").split(",? "))))
                    && Set.of("true", "false").containsAll(values.values())
                    && Stream.of(clauses.split(", "))
                            .allMatch(clause -> Stream.of(clause.split(" "))
                                    .anyMatch(literal -> values.getOrDefault(literal.replace("-", ""), "")
                                            .equals(literal.startsWith("-") ? "false" : "true"))));
        }

        private static boolean holds(List<String> letters, String literal, int assignment) {
            boolean value = (assignment & 1 << letters.indexOf(literal.replace("-", ""))) != 0;
            return literal.startsWith("-") != value;
        }
    }
}
