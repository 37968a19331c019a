package zeroone.tasks.colouring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.graph.CanonicalOrder;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.WrongAnswer;

/** A graph to be coloured. The variables are its vertices in alphabetical order. */
final class ColouringPuzzle implements ConstraintPuzzle {
    static final List<String> COLOURS = List.of("red", "green", "blue", "yellow");

    private final int colours;
    private final List<String> names;
    private final List<Edge> edges;
    private final int[][] neighbours;

    /** An edge between two vertices, in the order in which it is told. */
    record Edge(int one, int other) {}

    ColouringPuzzle(int colours, List<String> names, List<Edge> edges) {
        this.colours = colours;
        this.names = List.copyOf(names);
        this.edges = List.copyOf(edges);
        neighbours = new int[names.size()][0];
        for (Edge edge : edges) {
            neighbours[edge.one()] = with(neighbours[edge.one()], edge.other());
            neighbours[edge.other()] = with(neighbours[edge.other()], edge.one());
        }
    }

    @Override
    public List<String> variables() {
        return names;
    }

    @Override
    public List<String> values() {
        return COLOURS.subList(0, colours);
    }

    /** The first neighbour that has the colour. */
    @Override
    public String objection(int[] assignment, int variable, int value) {
        for (int neighbour : neighbours[variable]) {
            if (assignment[neighbour] == value) {
                return names.get(neighbour);
            }
        }
        return "";
    }

    @Override
    public String written(int[] assignment) {
        StringJoiner pairs = new StringJoiner(", ");
        for (int vertex = 0; vertex < assignment.length; vertex++) {
            pairs.add(names.get(vertex) + " " + COLOURS.get(assignment[vertex]));
        }
        return pairs.toString();
    }

    @Override
    public int[] assignment(String answer) throws WrongAnswer {
        return AnswerText.pairs(answer, names, values());
    }

    @Override
    public String canonicalForm() {
        int[] places = CanonicalOrder.of(
                new int[names.size()],
                edges.stream()
                        .flatMap(edge -> List.of(
                                new CanonicalOrder.Edge(edge.one(), edge.other(), 0),
                                new CanonicalOrder.Edge(edge.other(), edge.one(), 0))
                                .stream())
                        .toList());
        return colours + ": "
                + edges.stream()
                        .map(edge -> Math.min(places[edge.one()], places[edge.other()]) + "-"
                                + Math.max(places[edge.one()], places[edge.other()]))
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    @Override
    public String prompt() {
        String choice = String.join(", ", COLOURS.subList(0, colours - 1)) + " or " + COLOURS.get(colours - 1);
        return "Give each of " + String.join(", ", names) + " a colour, " + choice
                + ", so that no two that are joined have the same. Joined are " + list() + ". Answer in the form "
                + names.get(0) + " red, " + names.get(1) + " green, each once.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance.objectNode().put("edges", list());
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("colours", colours);
        axes.put("vertices", names.size());
        axes.put("edges", edges.size());
        return axes;
    }

    private String list() {
        StringJoiner list = new StringJoiner(", ");
        for (Edge edge : edges) {
            list.add(names.get(edge.one()) + "-" + names.get(edge.other()));
        }
        return list.toString();
    }

    private static int[] with(int[] vertices, int vertex) {
        int[] more = Arrays.copyOf(vertices, vertices.length + 1);
        more[vertices.length] = vertex;
        return more;
    }
}
