package zeroone.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class HanoiContractTest {
    @Nested
    class FourTest extends Contract {
        FourTest() {
            super("hanoi-4");
        }
    }

    @Nested
    class FiveTest extends Contract {
        FiveTest() {
            super("hanoi-5");
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

        /** A state is the peg of each disc, the smallest first. */
        @Override
        protected String solve(Problem problem) {
            String start = problem.data().get("start").stringValue();
            String goal = problem.data().get("goal").stringValue();
            return String.join(", ", PlainSearch.shortest(start, goal::equals, state -> {
                Map<String, String> next = new LinkedHashMap<>();
                for (char from = 'a'; from <= 'c'; from++) {
                    for (char to = 'a'; to <= 'c'; to++) {
                        int disc = state.indexOf(from);
                        boolean smaller = state.indexOf(to) < 0 || disc < state.indexOf(to);
                        if (from != to && disc >= 0 && smaller) {
                            next.put(from + " " + to, state.substring(0, disc) + to + state.substring(disc + 1));
                        }
                    }
                }
                return next;
            }));
        }
    }
}
