package zeroone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class RiverContractTest {
    @Nested
    class FourTest extends Contract {
        FourTest() {
            super("river-4");
        }
    }

    abstract static class Contract extends NamedTasksetContract {

        Contract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            return String.join(
                    ", ", PlainSearch.shortest(start(problem), String::isEmpty, left -> next(problem, left)));
        }

        /** The letters of a load may come in any order. */
        @Override
        protected Opinion opinion(Problem problem, String answer) {
            List<String> loads = PlainAnswer.items(answer).stream()
                    .map(load -> Stream.of(load.split("\\+", -1)).sorted().collect(Collectors.joining("+")))
                    .toList();
            return Opinion.of(PlainSearch.reaches(
                    start(problem),
                    String::isEmpty,
                    left -> next(problem, left),
                    loads,
                    problem.data().get("moves").intValue()));
        }

        /** A state is the things on the left bank, with "@" for you. */
        private static String start(Problem problem) {
            return "@" + String.join("", new TreeSet<>(weights(problem).keySet()));
        }

        private static Map<String, Integer> weights(Problem problem) {
            Map<String, Integer> weights = new LinkedHashMap<>();
            for (String item : problem.data().get("weights").stringValue().split(", ")) {
                weights.put(item.substring(0, 1), Integer.parseInt(item.substring(2)));
            }
            return weights;
        }

        private static Map<String, String> next(Problem problem, String left) {
            Map<String, Integer> weights = weights(problem);
            int limit = problem.data().get("limit").intValue();
            String conflicts = problem.data().get("conflicts").stringValue();
            String all = start(problem).substring(1);
            Map<String, String> next = new LinkedHashMap<>();
            String here = left.startsWith("@") ? left.substring(1) : without(all, left);
            for (int subset = 0; subset < 1 << here.length(); subset++) {
                StringBuilder load = new StringBuilder();
                for (int i = 0; i < here.length(); i++) {
                    load.append((subset & 1 << i) != 0 ? here.substring(i, i + 1) : "");
                }
                String behind = without(here, load.toString());
                int weight = load.chars()
                        .map(letter -> weights.getOrDefault("" + (char) letter, 0))
                        .sum();
                if (weight <= limit && safe(behind, conflicts)) {
                    String after = left.startsWith("@")
                            ? behind
                            : "@" + without(all, without(without(all, left), load.toString()));
                    next.put(
                            load.isEmpty()
                                    ? "empty"
                                    : String.join("+", load.toString().split("")),
                            after);
                }
            }
            return next;
        }

        private static boolean safe(String bank, String conflicts) {
            return conflicts.isEmpty()
                    || List.of(conflicts.split(", ")).stream()
                            .noneMatch(pair -> bank.contains(pair.substring(0, 1)) && bank.contains(pair.substring(2)));
        }

        private static String without(String letters, String removed) {
            StringBuilder left = new StringBuilder();
            for (int i = 0; i < letters.length(); i++) {
                left.append(removed.indexOf(letters.charAt(i)) < 0 ? letters.substring(i, i + 1) : "");
            }
            return left.toString();
        }
    }
}
