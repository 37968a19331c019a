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

        /** Several answers are right, and the plain solver finds one of them. */
        @Override
        protected boolean hasOtherRightAnswers() {
            return true;
        }

        Contract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            List<String> names = new ArrayList<>();
            List<Integer> capacities = new ArrayList<>();
            List<Integer> amounts = new ArrayList<>();
            for (String jug : problem.data().get("jugs").stringValue().split(", ")) {
                String[] words = jug.split(" ");
                names.add(words[0]);
                capacities.add(Integer.parseInt(words[1]));
                amounts.add(Integer.parseInt(words[2]));
            }
            int target = problem.data().get("target").intValue();
            return String.join(", ", PlainSearch.shortest(amounts, state -> state.contains(target), state -> {
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
            }));
        }

        private static List<Integer> changed(List<Integer> amounts, int jug, int amount) {
            List<Integer> changed = new ArrayList<>(amounts);
            changed.set(jug, amount);
            return changed;
        }
    }
}
