package zeroone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class ColouringContractTest {
    @Nested
    class SixTest extends Contract {
        SixTest() {
            super("colouring-6");
        }
    }

    abstract static class Contract extends NamedTasksetContract {

        Contract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String edges = problem.data().get("edges").stringValue();
            Map<String, String> colours = new LinkedHashMap<>();
            colour(List.copyOf(new TreeSet<>(List.of(edges.split(", |-")))), List.of(edges.split(", ")), colours);
            return colours.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            List<String> edges =
                    List.of(problem.data().get("edges").stringValue().split(", "));
            Map<String, String> colours = PlainAnswer.pairs(answer).orElse(Map.of());
            return Opinion.of(colours.keySet()
                            .equals(new TreeSet<>(
                                    List.of(String.join("-", edges).split("-"))))
                    && Set.of("blue", "green", "red").containsAll(colours.values())
                    && edges.stream()
                            .map(edge -> edge.split("-"))
                            .noneMatch(ends -> Objects.equals(colours.get(ends[0]), colours.get(ends[1]))));
        }

        private static boolean colour(List<String> vertices, List<String> edges, Map<String, String> colours) {
            if (colours.size() == vertices.size()) {
                return true;
            }
            String vertex = vertices.get(colours.size());
            for (String colour : List.of("blue", "green", "red")) {
                boolean free = edges.stream()
                        .filter(edge -> edge.contains(vertex))
                        .map(edge -> edge.replace(vertex, "").replace("-", ""))
                        .noneMatch(other -> colour.equals(colours.get(other)));
                if (free) {
                    colours.put(vertex, colour);
                    if (colour(vertices, edges, colours)) {
                        return true;
                    }
                    colours.remove(vertex);
                }
            }
            return false;
        }
    }
}
