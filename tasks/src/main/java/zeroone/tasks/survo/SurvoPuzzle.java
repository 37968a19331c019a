package zeroone.tasks.survo;

import java.util.Arrays;
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

/** A grid with sums. The variables are the cells in reading order; value {@code v} is the number {@code v + 1}. */
final class SurvoPuzzle implements ConstraintPuzzle {
    private final int columns;
    private final int[] givens;
    private final int[] rowSums;
    private final int[] columnSums;
    private final List<String> names;
    private final List<String> numbers;

    SurvoPuzzle(int[] givens, int[] rowSums, int[] columnSums) {
        this.givens = givens.clone();
        this.rowSums = rowSums.clone();
        this.columnSums = columnSums.clone();
        columns = columnSums.length;
        names = IntStream.range(0, givens.length)
                .mapToObj(cell -> "" + (char) ('A' + cell / columns) + (cell % columns + 1))
                .toList();
        numbers = IntStream.rangeClosed(1, givens.length)
                .mapToObj(String::valueOf)
                .toList();
    }

    @Override
    public List<String> variables() {
        return names;
    }

    @Override
    public List<String> values() {
        return numbers;
    }

    @Override
    public int[] start() {
        return givens.clone();
    }

    /** The cell that has the number, or the row ({@code A}) or column ({@code 1}) whose sum it makes impossible. */
    @Override
    public String objection(int[] assignment, int variable, int value) {
        int used = 0;
        for (int cell = 0; cell < assignment.length; cell++) {
            if (assignment[cell] == value && cell != variable) {
                return names.get(cell);
            }
            used |= assignment[cell] == OPEN ? 0 : 1 << assignment[cell] + 1;
        }
        used |= 1 << value + 1;
        int row = variable / columns;
        if (impossible(assignment, variable, value, row * columns, 1, columns, rowSums[row], used)) {
            return names.get(row * columns).substring(0, 1);
        }
        int column = variable % columns;
        if (impossible(assignment, variable, value, column, columns, rowSums.length, columnSums[column], used)) {
            return numbers.get(column);
        }
        return "";
    }

    @Override
    public String written(int[] assignment) {
        StringJoiner rows = new StringJoiner(" / ");
        for (int row = 0; row < rowSums.length; row++) {
            StringJoiner cells = new StringJoiner(" ");
            for (int cell = row * columns; cell < (row + 1) * columns; cell++) {
                cells.add(assignment[cell] == OPEN ? "_" : numbers.get(assignment[cell]));
            }
            rows.add(cells.toString());
        }
        return rows.toString();
    }

    @Override
    public int[] assignment(String answer) throws WrongAnswer {
        List<String> cells = AnswerText.rows(answer, rowSums.length, columns);
        int[] assignment = new int[cells.size()];
        for (int cell = 0; cell < assignment.length; cell++) {
            assignment[cell] = AnswerText.named(numbers, cells.get(cell));
        }
        return assignment;
    }

    /** The rows sorted: puzzles that differ in the order of their rows are one. */
    @Override
    public String canonicalForm() {
        StringJoiner sums = new StringJoiner(" ", ": ", "");
        IntStream.of(columnSums).forEach(sum -> sums.add("" + sum));
        return IntStream.range(0, rowSums.length)
                        .mapToObj(row -> Arrays.toString(Arrays.copyOfRange(givens, row * columns, (row + 1) * columns))
                                + rowSums[row])
                        .sorted()
                        .toList()
                + sums.toString();
    }

    @Override
    public String prompt() {
        return "Fill the blanks so that the grid holds every number from 1 to " + givens.length
                + " once. The rows A to "
                + (char) ('A' + rowSums.length - 1) + " must add up to " + list(rowSums) + ", the columns 1 to "
                + columns
                + " to " + list(columnSums) + ": " + written(givens) + ". Answer with all rows in that form.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("grid", written(givens))
                .put("rows", list(rowSums))
                .put("columns", list(columnSums));
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("cells", givens.length);
        axes.put("givens", (int)
                IntStream.of(givens).filter(value -> value != OPEN).count());
        return axes;
    }

    /** Whether a line with one more number can no longer have its sum, whatever unused numbers the open cells take. */
    private static boolean impossible(
            int[] assignment, int variable, int value, int first, int step, int count, int wanted, int used) {
        int sum = 0;
        int open = 0;
        for (int i = 0; i < count; i++) {
            int cell = first + i * step;
            int held = cell == variable ? value : assignment[cell];
            sum += held + 1;
            open += held == OPEN ? 1 : 0;
        }
        int least = sum;
        int most = sum;
        int low = 1;
        int high = assignment.length;
        for (int i = 0; i < open; i++) {
            while ((used & 1 << low) != 0) {
                low++;
            }
            while ((used & 1 << high) != 0) {
                high--;
            }
            least += low++;
            most += high--;
        }
        return wanted < least || wanted > most;
    }

    private static String list(int[] sums) {
        StringJoiner list = new StringJoiner(", ");
        IntStream.of(sums).forEach(sum -> list.add("" + sum));
        return list.toString();
    }
}
