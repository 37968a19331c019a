package zeroone.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class ZebraContractTest {
    @Nested
    class ThreeTest extends Contract {
        ThreeTest() {
            super("zebra-3");
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

        @Override
        protected String solve(Problem problem) {
            List<List<String>> groups = new ArrayList<>();
            for (String group : problem.data().get("items").stringValue().split(" / ")) {
                groups.add(List.of(group.split(" ")));
            }
            List<String[]> clues = new ArrayList<>();
            for (String clue : problem.data().get("clues").stringValue().split(", ")) {
                clues.add(clue.split(" "));
            }
            Map<String, Integer> houses = new HashMap<>();
            if (!arrange(groups, clues, houses, 0)) {
                throw new AssertionError("no solution: " + problem.prompt());
            }
            return groups.stream()
                    .flatMap(List::stream)
                    .map(item -> item + " " + houses.get(item))
                    .collect(Collectors.joining(", "));
        }

        /** Gives houses to one item after the other. */
        private static boolean arrange(
                List<List<String>> groups, List<String[]> clues, Map<String, Integer> houses, int next) {
            int size = groups.getFirst().size();
            if (next == groups.size() * size) {
                return true;
            }
            List<String> group = groups.get(next / size);
            String item = group.get(next % size);
            for (int house = 1; house <= size; house++) {
                int here = house;
                boolean free = group.stream().allMatch(other -> houses.getOrDefault(other, 0) != here);
                houses.put(item, house);
                if (free
                        && clues.stream().allMatch(clue -> mayHold(clue, houses))
                        && arrange(groups, clues, houses, next + 1)) {
                    return true;
                }
                houses.remove(item);
            }
            return false;
        }

        private static boolean mayHold(String[] clue, Map<String, Integer> houses) {
            int one = houses.getOrDefault(clue[0], 0);
            int other = clue[2].length() == 1 ? Integer.parseInt(clue[2]) : houses.getOrDefault(clue[2], 0);
            if (one == 0 || other == 0) {
                return true;
            }
            return switch (clue[1]) {
                case "at", "with" -> one == other;
                case "not-at", "not-with" -> one != other;
                case "left-of" -> one == other - 1;
                case "next-to" -> one == other - 1 || one == other + 1;
                case "before" -> one < other;
                default -> throw new AssertionError(clue[1]);
            };
        }
    }
}
