package zeroone.tasks.colouring;

/**
 * One kind of graph colouring. Edges are drawn uniformly until the graph can be coloured and every vertex has one.
 *
 * @param name name of the task
 * @param colours how many colours there are, 2 to 4
 * @param vertices how many vertices, 3 to 20
 * @param minEdges fewest edges; the number is drawn uniformly
 * @param maxEdges most edges
 */
public record ColouringConfig(String name, int colours, int vertices, int minEdges, int maxEdges) {
    public static final ColouringConfig SIX = new ColouringConfig("colouring-6", 3, 6, 8, 10);

    public static final ColouringConfig TEN = new ColouringConfig("colouring-10", 3, 10, 18, 22);

    public ColouringConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (colours < 2 || colours > 4) {
            throw new IllegalArgumentException("colours must be in [2, 4]: " + colours);
        }
        if (vertices < 3 || vertices > 20) {
            throw new IllegalArgumentException("vertices must be in [3, 20]: " + vertices);
        }
        int most = vertices * (vertices - 1) / 2;
        if (minEdges < (vertices + 1) / 2 || minEdges > maxEdges || maxEdges > most) {
            throw new IllegalArgumentException((vertices + 1) / 2 + " <= minEdges <= maxEdges <= " + most
                    + " must hold: " + minEdges + " to " + maxEdges);
        }
    }
}
