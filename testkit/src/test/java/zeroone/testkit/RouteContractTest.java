package zeroone.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;

class RouteContractTest {
    @Nested
    class SixTest extends Contract {
        SixTest() {
            super("shortest-path-6");
        }
    }

    abstract static class Contract extends NamedTasksetContract {

        Contract(String name) {
            super(name);
        }

        /** Tries every way without a place twice. */
        @Override
        protected String solve(Problem problem) {
            ObjectNode data = problem.data();
            Map<String, Map<String, Integer>> roads = roads(data);
            List<String> best = new ArrayList<>();
            int shortest = walk(
                    roads,
                    new ArrayList<>(List.of(data.get("from").stringValue())),
                    data.get("to").stringValue(),
                    0,
                    Integer.MAX_VALUE,
                    best);
            if (shortest != data.get("limit").intValue()) {
                throw new AssertionError("the shortest way is " + shortest + ": " + problem.prompt());
            }
            return String.join(" ", best);
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            ObjectNode data = problem.data();
            Map<String, Map<String, Integer>> roads = roads(data);
            List<String> way = PlainAnswer.words(answer);
            int travelled = 0;
            for (int i = 1; i < way.size(); i++) {
                travelled += roads.getOrDefault(way.get(i - 1), Map.of()).getOrDefault(way.get(i), 1_000_000);
            }
            return Opinion.of(!way.isEmpty()
                    && way.size() <= roads.size()
                    && way.getFirst().equals(data.get("from").stringValue())
                    && way.getLast().equals(data.get("to").stringValue())
                    && travelled <= data.get("limit").intValue());
        }

        private static Map<String, Map<String, Integer>> roads(ObjectNode data) {
            Map<String, Map<String, Integer>> roads = new HashMap<>();
            for (String road : data.get("roads").stringValue().split(", ")) {
                int length = Integer.parseInt(road.substring(4));
                roads.computeIfAbsent(road.substring(0, 1), one -> new HashMap<>())
                        .put(road.substring(2, 3), length);
                roads.computeIfAbsent(road.substring(2, 3), one -> new HashMap<>())
                        .put(road.substring(0, 1), length);
            }
            return roads;
        }

        private static int walk(
                Map<String, Map<String, Integer>> roads,
                List<String> way,
                String goal,
                int travelled,
                int shortest,
                List<String> best) {
            if (way.getLast().equals(goal)) {
                best.clear();
                best.addAll(way);
                return travelled;
            }
            int least = shortest;
            for (Map.Entry<String, Integer> road :
                    roads.getOrDefault(way.getLast(), Map.of()).entrySet()) {
                if (!way.contains(road.getKey()) && travelled + road.getValue() < least) {
                    way.add(road.getKey());
                    least = walk(roads, way, goal, travelled + road.getValue(), least, best);
                    way.removeLast();
                }
            }
            return least;
        }
    }
}
