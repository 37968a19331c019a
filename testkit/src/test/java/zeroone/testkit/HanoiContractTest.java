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

        Contract(String name) {
            super(name);
        }

        /** A state is the peg of each disc, the smallest first. */
        @Override
        protected String solve(Problem problem) {
            String start = problem.data().get("start").stringValue();
            String goal = problem.data().get("goal").stringValue();
            return String.join(", ", PlainSearch.shortest(start, goal::equals, Contract::next));
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            String start = problem.data().get("start").stringValue();
            String goal = problem.data().get("goal").stringValue();
            int most = problem.data().get("moves").intValue();
            boolean right = PlainSearch.reaches(start, goal::equals, Contract::next, PlainAnswer.items(answer), most);
            // Between the pegs of a move stands one space.
            return right && answer.matches("(?s).*[abc] {2,}[abc].*") ? Opinion.WRONG : Opinion.of(right);
        }

        private static Map<String, String> next(String state) {
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
        }
    }
}
