package zeroone.tasks.code.kinds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** The shortest way through a grid: breadth-first search. */
final class LeaperPath extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(new Parameter(
                    "grid",
                    ValueType.TEXTS,
                    "the rows from top to bottom, \".\" for a free cell and \"#\" for a wall")),
            ValueType.INT);

    @Override
    String name() {
        return "leaper-path";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("p", 1, 4), new Knob("q", 0, 6), new Knob("cost", 1, 99));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("A piece stands on the top left cell of a grid. In one jump it moves %d cells along one of the two"
                        + " directions (rows or columns) and %d cells along the other, each forwards or backwards; it jumps"
                        + " over walls, but must land on a free cell of the grid. A jump costs %d. What is the least cost to"
                        + " get to the bottom right cell? Answer -1 if it cannot get there. Both corners are free.")
                .formatted(knob(knobs, "p"), knob(knobs, "q"), knob(knobs, "cost"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(6, 9, 60, 220);
    }

    @Override
    String largest() {
        return "250 rows and columns";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int rows = size - random.nextInt(size / 3);
        int columns = size - random.nextInt(size / 3);
        // Corners that differ by a multiple of what one jump moves are more often within reach.
        int step = Math.max(1, Math.max(knob(knobs, "p"), knob(knobs, "q")));
        rows = Math.max(1, rows / step * step + 1);
        columns = Math.max(1, columns / step * step + 1);
        double walls = random.nextDouble() * 0.35;
        List<String> grid = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                boolean corner = row + column == 0 || (row == rows - 1 && column == columns - 1);
                cells.append(!corner && random.nextDouble() < walls ? '#' : '.');
            }
            grid.add(cells.toString());
        }
        return List.of(new Value.Texts(grid));
    }

    @Override
    Plan plan() {
        return new Plan(
                "breadth first from the corner, cell by cell, each once",
                "go deep first and note the cost of each cell when it is met",
                "try all ways");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        List<String> grid = input.getFirst().words();
        int p = knob(knobs, "p");
        int q = knob(knobs, "q");
        int rows = grid.size();
        int columns = grid.getFirst().length();
        int[] jumps = new int[rows * columns];
        Arrays.fill(jumps, -1);
        jumps[0] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int cell = queue.remove();
            for (int way = 0; way < 8; way++) {
                int down = ((way & 1) == 0 ? p : q) * ((way & 2) == 0 ? 1 : -1);
                int right = ((way & 1) == 0 ? q : p) * ((way & 4) == 0 ? 1 : -1);
                int row = cell / columns + down;
                int column = cell % columns + right;
                if (row >= 0 && row < rows && column >= 0 && column < columns) {
                    int next = row * columns + column;
                    if (jumps[next] < 0 && grid.get(row).charAt(column) == '.') {
                        jumps[next] = jumps[cell] + 1;
                        queue.add(next);
                    }
                }
            }
        }
        int last = jumps[rows * columns - 1];
        return Integer.toString(last < 0 ? -1 : last * knob(knobs, "cost"));
    }
}
