package zeroone.tasks.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.graph.CanonicalOrder;
import zeroone.tasks.path.PathPuzzle;
import zeroone.tasks.path.Step;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.WrongAnswer;

/** Places in alphabetical order, roads between them, and how long a way from one place to another may be. */
final class RoutePuzzle implements PathPuzzle<RoadState> {
    private final List<String> names;
    private final List<Road> roads;
    private final int from;
    private final int to;
    private final int limit;

    /** For each place the lengths of the roads to each other place, 0 for none. */
    private final int[][] lengths;

    /** A road that can be travelled in both directions. */
    record Road(int one, int other, int length) {}

    RoutePuzzle(List<String> names, List<Road> roads, int from, int to, int limit) {
        this.names = List.copyOf(names);
        this.roads = List.copyOf(roads);
        this.from = from;
        this.to = to;
        this.limit = limit;
        lengths = new int[names.size()][names.size()];
        for (Road road : roads) {
            lengths[road.one()][road.other()] = road.length();
            lengths[road.other()][road.one()] = road.length();
        }
    }

    /** The same roads with another length allowed. */
    RoutePuzzle withLimit(int length) {
        return new RoutePuzzle(names, roads, from, to, length);
    }

    /** The length of a shortest way; empty if there is none. */
    Optional<Integer> shortest() {
        int[] distances = new int[names.size()];
        Arrays.fill(distances, Integer.MAX_VALUE);
        distances[from] = 0;
        // As many rounds as a way can have roads (Bellman and Ford).
        for (int round = 1; round < distances.length; round++) {
            for (Road road : roads) {
                relax(distances, road.one(), road.other(), road.length());
                relax(distances, road.other(), road.one(), road.length());
            }
        }
        return distances[to] == Integer.MAX_VALUE ? Optional.empty() : Optional.of(distances[to]);
    }

    @Override
    public RoadState start() {
        return new RoadState(from, 0);
    }

    @Override
    public boolean solved(RoadState state) {
        return state.place() == to;
    }

    /** The roads that the length allowed leaves open. */
    @Override
    public List<Step<RoadState>> steps(RoadState state) {
        List<Step<RoadState>> steps = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            int travelled = state.travelled() + lengths[state.place()][place];
            if (lengths[state.place()][place] > 0 && travelled <= limit) {
                steps.add(new Step<>(names.get(place), new RoadState(place, travelled)));
            }
        }
        return steps;
    }

    @Override
    public String written(RoadState state) {
        return names.get(state.place()) + state.travelled();
    }

    @Override
    public boolean isState(String word) {
        return word.length() > 1
                && word.length() < 6
                && word.charAt(0) >= 'A'
                && word.charAt(0) <= 'Z'
                && word.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** No way that visits a place twice is shortest. */
    @Override
    public int mostMoves() {
        return names.size() - 1;
    }

    @Override
    public boolean fewestWanted() {
        return false;
    }

    @Override
    public String answer(List<String> moves) {
        return names.get(from) + " " + String.join(" ", moves);
    }

    @Override
    public List<String> moves(String answer) throws WrongAnswer {
        List<String> places = AnswerText.words(answer);
        if (!places.getFirst().equals(names.get(from))) {
            throw new WrongAnswer(
                    "begins with " + AnswerText.quoted(places.getFirst()) + ", not with " + names.get(from));
        }
        return places.subList(1, places.size());
    }

    @Override
    public String canonicalForm() {
        int[] colours = new int[names.size()];
        colours[from] = 1;
        // A way can be travelled in both directions.
        colours[to] = 1;
        List<CanonicalOrder.Edge> edges = new ArrayList<>();
        for (Road road : roads) {
            edges.add(new CanonicalOrder.Edge(road.one(), road.other(), road.length()));
            edges.add(new CanonicalOrder.Edge(road.other(), road.one(), road.length()));
        }
        int[] places = CanonicalOrder.of(colours, edges);
        return Math.min(places[from], places[to]) + ">" + Math.max(places[from], places[to]) + ": "
                + roads.stream()
                        .map(road -> Math.min(places[road.one()], places[road.other()]) + "-"
                                + Math.max(places[road.one()], places[road.other()]) + "=" + road.length())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    @Override
    public String prompt() {
        return "Roads with their lengths: " + list() + ". Go from " + names.get(from) + " to " + names.get(to)
                + " by roads whose lengths add up to at most " + limit + ". Answer with the places on the way from "
                + names.get(from) + " to " + names.get(to) + ", with spaces between them.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("roads", list())
                .put("from", names.get(from))
                .put("to", names.get(to))
                .put("limit", limit);
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("places", names.size());
        axes.put("roads", roads.size());
        axes.put("length allowed beyond the shortest", limit - shortest().orElse(limit));
        return axes;
    }

    private static void relax(int[] distances, int one, int other, int length) {
        if (distances[one] != Integer.MAX_VALUE) {
            distances[other] = Math.min(distances[other], distances[one] + length);
        }
    }

    private String list() {
        StringJoiner list = new StringJoiner(", ");
        for (Road road : roads) {
            list.add(names.get(road.one()) + "-" + names.get(road.other()) + " " + road.length());
        }
        return list.toString();
    }
}
