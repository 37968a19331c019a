package zeroone.tasks.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of the vertices of a directed graph with labels that is the same for graphs which differ only in names and
 * order: colour refinement (Weisfeiler and Leman, 1968), and where that leaves vertices alike, each of them is tried and
 * the order with the smallest list of edges taken; of twins, whose exchange changes nothing, one is tried. After 32 orders
 * the search ends, so graphs with very many other symmetries may have several forms.
 */
public final class CanonicalOrder {
    private static final int MOST_ORDERS = 32;

    private final int vertices;
    private final List<Edge> edges;
    private int orders;
    private long @Nullable [] smallest;
    private int[] best;

    /** A directed edge; label at least 0. */
    public record Edge(int from, int to, int label) {}

    private CanonicalOrder(int vertices, List<Edge> edges) {
        this.vertices = vertices;
        this.edges = edges;
        best = new int[vertices];
    }

    /**
     * The place of each vertex in the order.
     *
     * @param colours what distinguishes vertices beforehand; 0 for all if nothing does
     */
    public static int[] of(int[] colours, List<Edge> edges) {
        CanonicalOrder order = new CanonicalOrder(colours.length, edges);
        order.search(colours.clone());
        return order.best;
    }

    private void search(int[] colours) {
        refine(colours);
        int alike = smallestShared(colours);
        if (alike < 0) {
            orders++;
            long[] list = list(colours);
            if (smallest == null || Arrays.compare(list, smallest) < 0) {
                smallest = list;
                best = colours;
            }
            return;
        }
        int first = -1;
        for (int vertex = 0; vertex < vertices; vertex++) {
            if (colours[vertex] != alike) {
                continue;
            }
            if (first < 0 || (orders < MOST_ORDERS && !twins(first, vertex))) {
                first = first < 0 ? vertex : first;
                int[] distinguished = colours.clone();
                distinguished[vertex] = vertices;
                search(distinguished);
            }
        }
    }

    /** Makes colours differ where neighbourhoods do, until nothing changes; colours become ranks from 0. */
    private void refine(int[] colours) {
        int classes = 0;
        while (true) {
            long[] hashes = new long[vertices];
            for (int vertex = 0; vertex < vertices; vertex++) {
                hashes[vertex] = mix(colours[vertex]);
            }
            for (Edge edge : edges) {
                hashes[edge.from()] += mix(mix(2L * edge.label()) ^ colours[edge.to()]);
                hashes[edge.to()] += mix(mix(2L * edge.label() + 1) ^ colours[edge.from()]);
            }
            long[] sorted = hashes.clone();
            Arrays.sort(sorted);
            int distinct = 0;
            for (int i = 0; i < vertices; i++) {
                if (distinct == 0 || sorted[i] != sorted[distinct - 1]) {
                    sorted[distinct++] = sorted[i];
                }
            }
            for (int vertex = 0; vertex < vertices; vertex++) {
                colours[vertex] = Arrays.binarySearch(sorted, 0, distinct, hashes[vertex]);
            }
            if (distinct == classes || distinct == vertices) {
                break;
            }
            classes = distinct;
        }
        // A class of several vertices takes as many places, so that telling them apart later moves no other.
        int[] before = new int[vertices + 1];
        for (int colour : colours) {
            before[colour + 1]++;
        }
        for (int colour = 0; colour < vertices; colour++) {
            before[colour + 1] += before[colour];
        }
        for (int vertex = 0; vertex < vertices; vertex++) {
            colours[vertex] = before[colours[vertex]];
        }
    }

    /** The smallest colour that several vertices have; -1 if there is none. */
    private int smallestShared(int[] colours) {
        int[] counts = new int[vertices];
        for (int colour : colours) {
            counts[colour]++;
        }
        for (int colour = 0; colour < vertices; colour++) {
            if (counts[colour] > 1) {
                return colour;
            }
        }
        return -1;
    }

    /** Whether exchanging two vertices of one colour leaves the graph as it is, so that one stands for both. */
    private boolean twins(int one, int other) {
        int[] exchanged = new int[vertices];
        for (int vertex = 0; vertex < vertices; vertex++) {
            exchanged[vertex] = vertex;
        }
        long[] before = list(exchanged);
        exchanged[one] = other;
        exchanged[other] = one;
        return Arrays.equals(before, list(exchanged));
    }

    private long[] list(int[] places) {
        long[] list = new long[edges.size()];
        for (int i = 0; i < list.length; i++) {
            Edge edge = edges.get(i);
            list[i] = ((long) places[edge.from()] << 40) | ((long) places[edge.to()] << 20) | edge.label();
        }
        Arrays.sort(list);
        return list;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
