package zeroone.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;

class LadderContractTest {
    @Nested
    class ThreeTest extends Contract {
        ThreeTest() {
            super("ladder-3");
        }
    }

    @Nested
    class FourTest extends Contract {
        FourTest() {
            super("ladder-4");
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
            ObjectNode data = problem.data();
            String start = data.get("start").stringValue();
            String goal = data.get("goal").stringValue();
            return start + " "
                    + String.join(" ", PlainSearch.shortest(start, goal::equals, word -> {
                        Map<String, String> next = new LinkedHashMap<>();
                        for (String other : data.get("words").stringValue().split(" ")) {
                            for (int i = 0; i < word.length(); i++) {
                                String pattern = word.substring(0, i) + "." + word.substring(i + 1);
                                if (other.matches(pattern) && !other.equals(word)) {
                                    next.put(other, other);
                                }
                            }
                        }
                        return next;
                    }));
        }
    }
}
