package zeroone.tasks.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeroone.tasks.graph.CanonicalOrder.Edge;
import zeroone.text.CounterRandom;

class CanonicalOrderTest {
    @Test
    void graphs_that_differ_in_names_and_order_have_one_form() {
        for (long seed = 0; seed < 500; seed++) {
            RandomGenerator random = CounterRandom.of(seed).sequence();
            int vertices = 3 + random.nextInt(8);
            int[] colours = random.ints(vertices, 0, 2).toArray();
            List<Edge> edges = new ArrayList<>();
            for (int i = 0; i < 2 * vertices; i++) {
                edges.add(new Edge(random.nextInt(vertices), random.nextInt(vertices), random.nextInt(3)));
            }
            List<Integer> names =
                    new ArrayList<>(IntStream.range(0, vertices).boxed().toList());
            Collections.shuffle(names, random);
            int[] renamedColours = new int[vertices];
            for (int vertex = 0; vertex < vertices; vertex++) {
                renamedColours[names.get(vertex)] = colours[vertex];
            }
            List<Edge> renamed = new ArrayList<>(edges.stream()
                    .map(edge -> new Edge(names.get(edge.from()), names.get(edge.to()), edge.label()))
                    .toList());
            Collections.shuffle(renamed, random);
            assertThat(form(renamedColours, renamed)).as("seed " + seed).isEqualTo(form(colours, edges));
        }
    }

    @Test
    void regular_graphs_that_refinement_cannot_tell_apart_have_two_forms() {
        List<Edge> hexagon = both(List.of(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0));
        List<Edge> triangles = both(List.of(0, 1, 1, 2, 2, 0, 3, 4, 4, 5, 5, 3));
        assertThat(form(new int[6], hexagon)).isNotEqualTo(form(new int[6], triangles));
    }

    @Test
    void directions_labels_and_colours_count() {
        String form = form(new int[3], List.of(new Edge(0, 1, 0), new Edge(1, 2, 0)));
        assertThat(form(new int[3], List.of(new Edge(0, 1, 0), new Edge(2, 1, 0))))
                .isNotEqualTo(form);
        assertThat(form(new int[3], List.of(new Edge(0, 1, 0), new Edge(1, 2, 1))))
                .isNotEqualTo(form);
        assertThat(form(new int[] {0, 1, 0}, List.of(new Edge(0, 1, 0), new Edge(1, 2, 0))))
                .isNotEqualTo(form(new int[] {0, 0, 1}, List.of(new Edge(0, 1, 0), new Edge(1, 2, 0))));
    }

    @Test
    void a_graph_without_edges_is_ordered_in_passing() {
        assertThat(CanonicalOrder.of(new int[30], List.of()))
                .containsOnlyOnce(IntStream.range(0, 30).toArray());
    }

    private static List<Edge> both(List<Integer> pairs) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            edges.add(new Edge(pairs.get(i), pairs.get(i + 1), 0));
            edges.add(new Edge(pairs.get(i + 1), pairs.get(i), 0));
        }
        return edges;
    }

    private static String form(int[] colours, List<Edge> edges) {
        int[] places = CanonicalOrder.of(colours, edges);
        int[] sorted = new int[colours.length];
        for (int vertex = 0; vertex < sorted.length; vertex++) {
            sorted[places[vertex]] = colours[vertex];
        }
        return Arrays.toString(sorted)
                + edges.stream()
                        .map(edge -> places[edge.from()] + ">" + places[edge.to()] + ":" + edge.label())
                        .sorted()
                        .toList();
    }
}
