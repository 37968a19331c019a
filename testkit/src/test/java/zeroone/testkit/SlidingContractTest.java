package zeroone.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class SlidingContractTest {
    @Nested
    class SixTest extends Contract {
        SixTest() {
            super("sliding-6");
        }
    }

    @Nested
    class TenTest extends Contract {
        TenTest() {
            super("sliding-10");
        }
    }

    abstract static class Contract extends NamedTasksetContract {
        private static final String GOAL = "123|456|78_";

        Contract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            return String.join(" ", PlainSearch.shortest(start(problem), GOAL::equals, Contract::next));
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            return Opinion.of(PlainSearch.reaches(
                    start(problem),
                    GOAL::equals,
                    Contract::next,
                    PlainAnswer.words(answer),
                    problem.data().get("moves").intValue()));
        }

        /** A state is the frame with bars between the rows, so that tiles 4 apart are one below the other. */
        private static String start(Problem problem) {
            return problem.data().get("tiles").stringValue().replace(" ", "").replace('/', '|');
        }

        private static Map<String, String> next(String state) {
            Map<String, String> next = new LinkedHashMap<>();
            int gap = state.indexOf('_');
            for (int tile : new int[] {gap - 4, gap - 1, gap + 1, gap + 4}) {
                if (tile >= 0 && tile < state.length() && state.charAt(tile) != '|') {
                    StringBuilder moved = new StringBuilder(state);
                    moved.setCharAt(gap, state.charAt(tile));
                    moved.setCharAt(tile, '_');
                    next.put(state.substring(tile, tile + 1), moved.toString());
                }
            }
            return next;
        }
    }
}
