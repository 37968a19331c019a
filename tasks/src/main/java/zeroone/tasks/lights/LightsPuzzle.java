package zeroone.tasks.lights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.MarkedGrid;
import zeroone.tasks.puzzle.WrongAnswer;

/** Lamps in a grid, {@code *} on and {@code .} off. The variables are the cells: value 0 leaves a cell alone, 1 presses it. */
final class LightsPuzzle implements ConstraintPuzzle {
    private static final List<String> VALUES = List.of("no", "press");

    static final char ON = '*';
    static final char OFF = '.';

    private final int size;
    private final MarkedGrid grid;
    private final int lamps;
    private final List<String> names;

    LightsPuzzle(MarkedGrid grid) {
        this.grid = grid;
        size = grid.size();
        int bits = 0;
        for (int cell = 0; cell < size * size; cell++) {
            bits |= grid.at(cell) == ON ? 1 << cell : 0;
        }
        lamps = bits;
        names = IntStream.range(0, size * size)
                .mapToObj(cell -> "" + (char) ('a' + cell % size) + (cell / size + 1))
                .toList();
    }

    /** The lamps that pressing a cell switches, as bits. */
    static int switched(int size, int cell) {
        int row = cell / size;
        int column = cell % size;
        return 1 << cell
                | (row > 0 ? 1 << cell - size : 0)
                | (row + 1 < size ? 1 << cell + size : 0)
                | (column > 0 ? 1 << cell - 1 : 0)
                | (column + 1 < size ? 1 << cell + 1 : 0);
    }

    /** Whether there is anything to switch off. */
    boolean anyOn() {
        return lamps != 0;
    }

    @Override
    public List<String> variables() {
        return names;
    }

    @Override
    public List<String> values() {
        return VALUES;
    }

    /** The first lamp that would stay on with nothing left to press that could switch it. */
    @Override
    public String objection(int[] assignment, int variable, int value) {
        for (int left = switched(size, variable); left != 0; left &= left - 1) {
            int lamp = Integer.numberOfTrailingZeros(left);
            int on = lamps >> lamp & 1;
            boolean decided = true;
            for (int cells = switched(size, lamp); cells != 0; cells &= cells - 1) {
                int cell = Integer.numberOfTrailingZeros(cells);
                int pressed = cell == variable ? value : assignment[cell];
                decided &= pressed != OPEN;
                on ^= pressed & 1;
            }
            if (decided && on == 1) {
                return names.get(lamp);
            }
        }
        return "";
    }

    @Override
    public String written(int[] assignment) {
        StringJoiner pressed = new StringJoiner(" ");
        for (int cell = 0; cell < assignment.length; cell++) {
            if (assignment[cell] == 1) {
                pressed.add(names.get(cell));
            }
        }
        // A guess that presses nothing is no answer; whoever writes it down presses the first cell.
        return pressed.length() == 0 ? names.getFirst() : pressed.toString();
    }

    @Override
    public int[] assignment(String answer) throws WrongAnswer {
        int[] pressed = new int[names.size()];
        for (String word : AnswerText.words(answer)) {
            int cell = AnswerText.named(names, word);
            if (pressed[cell] == 1) {
                throw new WrongAnswer("presses " + word + " twice");
            }
            pressed[cell] = 1;
        }
        return pressed;
    }

    @Override
    public void judge(String answer) throws WrongAnswer {
        int[] pressed = assignment(answer);
        int left = lamps;
        for (int cell = 0; cell < pressed.length; cell++) {
            left ^= pressed[cell] == 1 ? switched(size, cell) : 0;
        }
        if (left != 0) {
            throw new WrongAnswer("leaves " + names.get(Integer.numberOfTrailingZeros(left)) + " on");
        }
    }

    /** The least of the eight grids that turning and mirroring make. */
    @Override
    public String canonicalForm() {
        return grid.leastSymmetric();
    }

    @Override
    public String prompt() {
        return "Lamps in a grid, * on and . off: " + grid + ". Pressing a lamp switches it and those directly above,"
                + " below, left and right of it. Switch all off. Columns a to " + (char) ('a' + size - 1)
                + " from left to right, rows 1 to " + size
                + " from top to bottom. Answer with the lamps to press, each once, in the form a1 b3.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance.objectNode().put("lamps", grid.toString());
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("size", size);
        axes.put("lamps on", Integer.bitCount(lamps));
        return axes;
    }
}
