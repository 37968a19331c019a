package zeroone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
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

        Contract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            ObjectNode data = problem.data();
            String start = data.get("start").stringValue();
            String goal = data.get("goal").stringValue();
            return start + " " + String.join(" ", PlainSearch.shortest(start, goal::equals, word -> next(data, word)));
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            ObjectNode data = problem.data();
            String start = data.get("start").stringValue();
            String goal = data.get("goal").stringValue();
            List<String> words = PlainAnswer.words(answer);
            return Opinion.of(!words.isEmpty()
                    && words.getFirst().equals(start)
                    && PlainSearch.reaches(
                            start,
                            goal::equals,
                            word -> next(data, word),
                            words.subList(1, words.size()),
                            data.get("moves").intValue()));
        }

        private static Map<String, String> next(ObjectNode data, String word) {
            Map<String, String> next = new LinkedHashMap<>();
            for (String other : data.get("words").stringValue().split(" ")) {
                for (int i = 0; i < word.length(); i++) {
                    boolean before = other.startsWith(word.substring(0, i));
                    boolean after = other.endsWith(word.substring(i + 1));
                    if (before && after && !other.equals(word)) {
                        next.put(other, other);
                    }
                }
            }
            return next;
        }
    }
}
