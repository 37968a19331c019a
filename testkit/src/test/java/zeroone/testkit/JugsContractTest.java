package zeroone.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class JugsContractTest {
    @Nested
    class TwoTest extends Contract {
        TwoTest() {
            super("jugs-2");
        }
    }

    abstract static class Contract extends NamedTasksetContract {

        Contract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            Jugs jugs = Jugs.of(problem);
            return String.join(", ", PlainSearch.shortest(jugs.amounts(), jugs::solved, jugs::next));
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            Jugs jugs = Jugs.of(problem);
            int most = problem.data().get("moves").intValue();
            return Opinion.of(
                    PlainSearch.reaches(jugs.amounts(), jugs::solved, jugs::next, PlainAnswer.items(answer), most));
        }
    }

    private record Jugs(List<String> names, List<Integer> capacities, List<Integer> amounts, int target) {
        static Jugs of(Problem problem) {
            Jugs jugs = new Jugs(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    problem.data().get("target").intValue());
            for (String jug : problem.data().get("jugs").stringValue().split(", ")) {
                String[] words = jug.split(" ");
                jugs.names.add(words[0]);
                jugs.capacities.add(Integer.parseInt(words[1]));
                jugs.amounts.add(Integer.parseInt(words[2]));
            }
            return jugs;
        }

        boolean solved(List<Integer> state) {
            return state.contains(target);
        }

        Map<String, List<Integer>> next(List<Integer> state) {
            Map<String, List<Integer>> next = new LinkedHashMap<>();
            for (int a = 0; a < names.size(); a++) {
                next.put("empty " + names.get(a), changed(state, a, 0));
                next.put("fill " + names.get(a), changed(state, a, capacities.get(a)));
                for (int b = 0; b < names.size(); b++) {
                    if (a != b) {
                        int both = state.get(a) + state.get(b);
                        int there = Math.min(both, capacities.get(b));
                        next.put(
                                "pour " + names.get(a) + " " + names.get(b),
                                changed(changed(state, a, both - there), b, there));
                    }
                }
            }
            return next;
        }

        private static List<Integer> changed(List<Integer> amounts, int jug, int amount) {
            List<Integer> changed = new ArrayList<>(amounts);
            changed.set(jug, amount);
            return changed;
        }
    }
}
