package zeroone.tasks.nonogram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.WrongAnswer;

/** The blocks of every row and column. The variables are the cells in reading order: 0 is empty, 1 is filled. */
final class NonogramPuzzle implements ConstraintPuzzle {
    private static final List<String> VALUES = List.of("empty", "full");
    private static final List<String> MARKS = List.of(".", "#");

    private final NonogramShape shape;
    private final int size;
    private final List<String> rows;
    private final List<String> columns;

    /** For each row, then each column, the lines that have its blocks. */
    private final int[][] lines;

    NonogramPuzzle(NonogramShape shape, List<String> rows, List<String> columns) {
        this.shape = shape;
        size = shape.size();
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        lines = new int[2 * size][];
        for (int i = 0; i < size; i++) {
            lines[i] = shape.lines(rows.get(i));
            lines[size + i] = shape.lines(columns.get(i));
        }
    }

    @Override
    public List<String> variables() {
        return shape.names();
    }

    @Override
    public List<String> values() {
        return VALUES;
    }

    /** The row ({@code A}) or column ({@code 1}) whose blocks would no longer fit. */
    @Override
    public String objection(int[] assignment, int variable, int value) {
        int row = variable / size;
        int column = variable % size;
        if (!fits(lines[row], assignment, row * size, 1, variable, value)) {
            return shape.names().get(row * size).substring(0, 1);
        }
        return fits(lines[size + column], assignment, column, size, variable, value)
                ? ""
                : shape.names().get(column).substring(1);
    }

    @Override
    public String written(int[] assignment) {
        StringJoiner rows = new StringJoiner(" / ");
        for (int row = 0; row < size; row++) {
            StringJoiner cells = new StringJoiner(" ");
            for (int cell = row * size; cell < (row + 1) * size; cell++) {
                cells.add(MARKS.get(assignment[cell]));
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
            assignment[cell] = AnswerText.named(MARKS, cells.get(cell));
        }
        return assignment;
    }

    /** The lesser of the puzzle and its mirror image at the diagonal. */
    @Override
    public String canonicalForm() {
        String here = list(rows) + " | " + list(columns);
        String mirrored = list(columns) + " | " + list(rows);
        return here.compareTo(mirrored) < 0 ? here : mirrored;
    }

    @Override
    public String prompt() {
        return "Fill some cells of a grid with " + size + " rows and " + size
                + " columns. Each row and column has blocks of"
                + " adjacent filled cells of these lengths in order, with at least one empty cell between blocks, 0 for"
                + " none. Rows A to " + (char) ('A' + size - 1) + ": " + list(rows) + ". Columns 1 to " + size + ": "
                + list(columns) + ". Answer with all rows, # filled and . empty, in the form # . # / . . #.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance.objectNode().put("rows", list(rows)).put("columns", list(columns));
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("size", size);
        axes.put("blocks", list(rows).split("[ ,]+").length + list(columns).split("[ ,]+").length);
        return axes;
    }

    /** Whether some line agrees with what is known of it. */
    private boolean fits(int[] lines, int[] assignment, int first, int step, int variable, int value) {
        int known = 0;
        int full = 0;
        for (int i = 0; i < size; i++) {
            int cell = first + i * step;
            int held = cell == variable ? value : assignment[cell];
            known |= held == OPEN ? 0 : 1 << i;
            full |= held == 1 ? 1 << i : 0;
        }
        for (int line : lines) {
            if ((line & known) == full) {
                return true;
            }
        }
        return false;
    }

    private static String list(List<String> blocks) {
        return String.join(", ", blocks);
    }
}
