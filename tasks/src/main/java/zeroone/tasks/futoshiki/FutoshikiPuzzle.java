package zeroone.tasks.futoshiki;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.WrongAnswer;

/** A grid with digits given, and inequalities between neighbours. The variables are the cells in reading order. */
final class FutoshikiPuzzle implements ConstraintPuzzle {
    private final int size;
    private final int[] givens;
    private final List<Inequality> inequalities;
    private final FutoshikiShape shape;

    /** For each cell the cells that must hold more. */
    private final int[][] larger;

    /** For each cell the cells that must hold less. */
    private final int[][] smaller;

    /** The cell {@code less} holds a smaller digit than the cell {@code more}. */
    record Inequality(int less, int more) {}

    FutoshikiPuzzle(FutoshikiShape shape, int[] givens, List<Inequality> inequalities) {
        this.shape = shape;
        size = shape.size();
        this.givens = givens.clone();
        this.inequalities = List.copyOf(inequalities);
        larger = new int[size * size][0];
        smaller = new int[size * size][0];
        for (Inequality inequality : inequalities) {
            larger[inequality.less()] = with(larger[inequality.less()], inequality.more());
            smaller[inequality.more()] = with(smaller[inequality.more()], inequality.less());
        }
    }

    @Override
    public List<String> variables() {
        return shape.names();
    }

    @Override
    public List<String> values() {
        return shape.digits();
    }

    @Override
    public int[] start() {
        return givens.clone();
    }

    /** The first cell that forbids the digit: in the row, in the column, across an inequality. */
    @Override
    public String objection(int[] assignment, int variable, int value) {
        for (int peer : shape.peers(variable)) {
            if (assignment[peer] == value) {
                return shape.names().get(peer);
            }
        }
        for (int cell : larger[variable]) {
            // A smaller neighbour leaves no room at the top even while the other cell is open.
            if (value == size - 1 || (assignment[cell] != OPEN && assignment[cell] <= value)) {
                return shape.names().get(cell);
            }
        }
        for (int cell : smaller[variable]) {
            if (value == 0 || (assignment[cell] != OPEN && assignment[cell] >= value)) {
                return shape.names().get(cell);
            }
        }
        return "";
    }

    @Override
    public String written(int[] assignment) {
        StringJoiner rows = new StringJoiner(" / ");
        for (int row = 0; row < size; row++) {
            StringJoiner cells = new StringJoiner(" ");
            for (int column = 0; column < size; column++) {
                int value = assignment[row * size + column];
                cells.add(value == OPEN ? "_" : shape.digits().get(value));
            }
            rows.add(cells.toString());
        }
        return rows.toString();
    }

    @Override
    public int[] assignment(String answer) throws WrongAnswer {
        List<String> cells = AnswerText.rows(answer, size, size);
        int[] assignment = new int[cells.size()];
        for (int cell = 0; cell < assignment.length; cell++) {
            assignment[cell] = AnswerText.named(shape.digits(), cells.get(cell));
        }
        return assignment;
    }

    /** The least of four texts: as it is, mirrored at the diagonal, and both with large and small digits exchanged. */
    @Override
    public String canonicalForm() {
        return Collections.min(List.of(form(false, false), form(false, true), form(true, false), form(true, true)));
    }

    @Override
    public String prompt() {
        return "Futoshiki. Fill the blanks with digits 1 to " + size + " so that no row and no column holds a digit"
                + " twice and " + signs() + ". Rows A to " + (char) ('A' + size - 1) + ", columns 1 to " + size + ": "
                + written(givens) + ". Answer with all rows in that form.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("grid", written(givens))
                .put("signs", signs());
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("size", size);
        axes.put("givens", (int)
                IntStream.of(givens).filter(value -> value != OPEN).count());
        axes.put("inequalities", inequalities.size());
        return axes;
    }

    /** The inequalities in the order given, {@code A1<A2, B3>C3}, the cell that comes first in reading order first. */
    private String signs() {
        StringJoiner signs = new StringJoiner(", ");
        for (Inequality inequality : inequalities) {
            String less = shape.names().get(inequality.less());
            String more = shape.names().get(inequality.more());
            signs.add(inequality.less() < inequality.more() ? less + "<" + more : more + ">" + less);
        }
        return signs.toString();
    }

    private String form(boolean transposed, boolean complemented) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < givens.length; i++) {
            int value = givens[transposed ? i % size * size + i / size : i];
            form.append(value == OPEN ? '_' : (char) ('1' + (complemented ? size - 1 - value : value)));
        }
        List<String> signs = new ArrayList<>();
        for (Inequality inequality : inequalities) {
            int less = place(complemented ? inequality.more() : inequality.less(), transposed);
            int more = place(complemented ? inequality.less() : inequality.more(), transposed);
            signs.add(" " + shape.names().get(less) + "<" + shape.names().get(more));
        }
        Collections.sort(signs);
        signs.forEach(form::append);
        return form.toString();
    }

    private int place(int cell, boolean transposed) {
        return transposed ? cell % size * size + cell / size : cell;
    }

    private static int[] with(int[] cells, int cell) {
        int[] more = Arrays.copyOf(cells, cells.length + 1);
        more[cells.length] = cell;
        return more;
    }
}
