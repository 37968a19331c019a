package zeroone.testkit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class KnightsContractTest {
    @Nested
    class ThreeTest extends Contract {
        ThreeTest() {
            super("knights-3");
        }
    }

    @Nested
    class FiveTest extends Contract {
        FiveTest() {
            super("knights-5");
        }
    }

    abstract static class Contract extends NamedTasksetContract {
        Contract(String name) {
            super(name);
        }

        /** There is one solution, told in any order. */
        @Override
        protected Opinion opinion(Problem problem, String answer) {
            return Opinion.of(PlainAnswer.pairs(answer).equals(PlainAnswer.pairs(solution(problem))));
        }

        /** Tries all kinds: bit i says whether the i-th speaker is a knight. */
        @Override
        protected String solve(Problem problem) {
            List<String> statements =
                    List.of(problem.data().get("statements").stringValue().split(", "));
            List<String> people =
                    statements.stream().map(text -> text.split(" ")[0]).toList();
            int kinds = IntStream.range(0, 1 << people.size())
                    .filter(guess -> statements.stream().allMatch(statement -> fits(people, statement, guess)))
                    .findFirst()
                    .orElseThrow();
            return IntStream.range(0, people.size())
                    .mapToObj(i -> people.get(i) + (knight(kinds, i) ? " knight" : " knave"))
                    .collect(Collectors.joining(", "));
        }

        private static boolean fits(List<String> people, String statement, int guess) {
            String[] words = statement.split(" ");
            boolean speaker = knight(guess, people.indexOf(words[0]));
            boolean first = knight(guess, people.indexOf(words[2]));
            boolean second = knight(guess, people.indexOf(words[words.length - 1]));
            boolean truth = switch (words[1]) {
                case "knight" -> first;
                case "knave" -> !first;
                case "same" -> first == second;
                case "different" -> first != second;
                case "some-knight" -> first || second;
                case "some-knave" -> !(first && second);
                case "implies" -> !first || second;
                default -> throw new AssertionError(statement);
            };
            return truth == speaker;
        }

        private static boolean knight(int kinds, int person) {
            return (kinds & 1 << person) != 0;
        }
    }
}
