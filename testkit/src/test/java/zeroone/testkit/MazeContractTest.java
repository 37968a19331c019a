package zeroone.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class MazeContractTest {
    @Nested
    class FiveTest extends Contract {
        FiveTest() {
            super("maze-5");
        }
    }

    @Nested
    class EightTest extends Contract {
        EightTest() {
            super("maze-8");
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

        /** A frame of walls spares the question where the edge is. */
        @Override
        protected String solve(Problem problem) {
            String[] rows =
                    problem.data().get("maze").stringValue().replace(" ", "").split("/");
            int width = rows.length + 1;
            String framed = "#".repeat(width) + String.join("#", rows) + "#".repeat(width + 1);
            return String.join(
                    " ", PlainSearch.shortest(framed.indexOf('S'), cell -> framed.charAt(cell) == 'G', cell -> {
                        Map<String, Integer> next = new LinkedHashMap<>();
                        Map.of("L", -1, "R", 1, "U", -width, "D", width).forEach((move, by) -> {
                            if (framed.charAt(cell + by) != '#') {
                                next.put(move, cell + by);
                            }
                        });
                        return next;
                    }));
        }
    }
}
