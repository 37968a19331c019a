package zeroone.tasks.zebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.graph.CanonicalOrder;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.WrongAnswer;

/** Items, group after group, each to be given a house, and the clues about them. The variables are the items. */
final class ZebraPuzzle implements ConstraintPuzzle {
    private static final List<String> HOUSES = List.of("1", "2", "3", "4", "5");

    private final int houses;
    private final List<String> items;
    private final List<Clue> clues;

    /** For each item the clues that name it. */
    private final int[][] about;

    /** What each clue is called, {@code #1} to {@code #n}. */
    private final List<String> names;

    ZebraPuzzle(int houses, List<String> items, List<Clue> clues) {
        this.houses = houses;
        this.items = List.copyOf(items);
        this.clues = List.copyOf(clues);
        names = IntStream.rangeClosed(1, clues.size())
                .mapToObj(number -> "#" + number)
                .toList();
        about = new int[items.size()][0];
        for (int clue = 0; clue < clues.size(); clue++) {
            note(clues.get(clue).item(), clue);
            if (!clues.get(clue).relation().ofHouse()) {
                note(clues.get(clue).other(), clue);
            }
        }
    }

    @Override
    public List<String> variables() {
        return items;
    }

    @Override
    public List<String> values() {
        return HOUSES.subList(0, houses);
    }

    /** The item of the same group that has the house, or the first clue that forbids it, {@code #1} to {@code #n}. */
    @Override
    public String objection(int[] assignment, int variable, int value) {
        int group = variable / houses * houses;
        for (int item = group; item < group + houses; item++) {
            if (item != variable && assignment[item] == value) {
                return items.get(item);
            }
        }
        for (int index : about[variable]) {
            Clue clue = clues.get(index);
            int house = clue.item() == variable ? value : assignment[clue.item()];
            int other = clue.relation().ofHouse()
                    ? clue.other()
                    : clue.other() == variable ? value : assignment[clue.other()];
            if (house != OPEN && other != OPEN && !clue.relation().holds(house, other)) {
                return names.get(index);
            }
        }
        return "";
    }

    @Override
    public String written(int[] assignment) {
        StringJoiner pairs = new StringJoiner(", ");
        for (int item = 0; item < assignment.length; item++) {
            pairs.add(items.get(item) + " " + HOUSES.get(assignment[item]));
        }
        return pairs.toString();
    }

    @Override
    public int[] assignment(String answer) throws WrongAnswer {
        return AnswerText.pairs(answer, items, values());
    }

    @Override
    public String canonicalForm() {
        List<CanonicalOrder.Edge> edges = new ArrayList<>();
        for (Clue clue : clues) {
            int label = clue.relation().ordinal();
            if (clue.relation().ofHouse()) {
                // A loop, with the house in its label.
                edges.add(new CanonicalOrder.Edge(clue.item(), clue.item(), 10 + label * 10 + clue.other()));
            } else {
                edges.add(new CanonicalOrder.Edge(clue.item(), clue.other(), label));
                if (clue.relation().symmetric()) {
                    edges.add(new CanonicalOrder.Edge(clue.other(), clue.item(), label));
                }
            }
        }
        // Items of one group belong together: a vertex for each group joins them.
        int groups = items.size() / houses;
        int[] colours = new int[items.size() + groups];
        for (int group = 0; group < groups; group++) {
            colours[items.size() + group] = 1;
            for (int item = 0; item < houses; item++) {
                edges.add(new CanonicalOrder.Edge(items.size() + group, group * houses + item, 9));
            }
        }
        int[] places = CanonicalOrder.of(colours, edges);
        String grouped = IntStream.range(0, groups)
                .mapToObj(group -> IntStream.range(group * houses, (group + 1) * houses)
                        .mapToObj(item -> Integer.toString(places[item], 36))
                        .sorted()
                        .collect(Collectors.joining()))
                .sorted()
                .collect(Collectors.joining(" "));
        return clues.stream()
                .map(clue -> {
                    String item = Integer.toString(places[clue.item()], 36);
                    String other = clue.relation().ofHouse()
                            ? String.valueOf(clue.other() + 1)
                            : Integer.toString(places[clue.other()], 36);
                    boolean exchanged = clue.relation().symmetric() && other.compareTo(item) < 0;
                    return (exchanged ? other : item)
                            + (char) ('A' + clue.relation().ordinal())
                            + (exchanged ? item : other);
                })
                .sorted()
                .collect(Collectors.joining(" ", houses + ": " + grouped + ": ", ""));
    }

    @Override
    public String prompt() {
        StringJoiner groups = new StringJoiner("; ");
        for (int group = 0; group < items.size(); group += houses) {
            groups.add("one of " + String.join(", ", items.subList(group, group + houses)));
        }
        StringJoiner list = new StringJoiner("; ");
        for (int clue = 0; clue < clues.size(); clue++) {
            list.add(names.get(clue) + " "
                    + said(clues.get(clue), " " + clues.get(clue).relation().wording() + " "));
        }
        return "Houses 1 to " + houses + " stand in a row from left to right. Each has " + groups + ". Clues: " + list
                + ". Answer with the house of each in the form " + items.get(0) + " 1, " + items.get(1)
                + " 2, each once.";
    }

    @Override
    public ObjectNode data() {
        StringJoiner groups = new StringJoiner(" / ");
        for (int group = 0; group < items.size(); group += houses) {
            groups.add(String.join(" ", items.subList(group, group + houses)));
        }
        StringJoiner list = new StringJoiner(", ");
        clues.forEach(clue -> list.add(said(clue, " " + clue.relation().code() + " ")));
        return JsonNodeFactory.instance
                .objectNode()
                .put("items", groups.toString())
                .put("clues", list.toString());
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("houses", houses);
        axes.put("groups", items.size() / houses);
        axes.put("clues", clues.size());
        return axes;
    }

    private String said(Clue clue, String relation) {
        return items.get(clue.item())
                + relation
                + (clue.relation().ofHouse() ? HOUSES.get(clue.other()) : items.get(clue.other()));
    }

    private void note(int item, int clue) {
        about[item] = Arrays.copyOf(about[item], about[item].length + 1);
        about[item][about[item].length - 1] = clue;
    }
}
