package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;

/** Solves Sudoku in the plainest way, as a second opinion. */
final class PlainSudoku {
    private PlainSudoku() {}

    /** Replaces every "_" by a digit; returns whether that is possible. */
    static boolean fill(List<String> cells, int boxRows, int boxColumns) {
        int size = boxRows * boxColumns;
        int best = -1;
        List<String> fewest = List.of();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.get(cell).equals("_")) {
                List<String> candidates = candidates(cells, cell, boxRows, boxColumns);
                if (best < 0 || candidates.size() < fewest.size()) {
                    best = cell;
                    fewest = candidates;
                }
            }
        }
        if (best < 0) {
            return true;
        }
        for (String digit : fewest) {
            cells.set(best, digit);
            if (fill(cells, boxRows, boxColumns)) {
                return true;
            }
        }
        cells.set(best, "_");
        return false;
    }

    private static List<String> candidates(List<String> cells, int cell, int boxRows, int boxColumns) {
        int size = boxRows * boxColumns;
        int row = cell / size;
        int column = cell % size;
        List<String> candidates = new ArrayList<>();
        for (int digit = 1; digit <= size; digit++) {
            boolean free = true;
            for (int i = 0; i < size; i++) {
                String text = String.valueOf(digit);
                int boxed = (row / boxRows * boxRows + i / boxColumns) * size
                        + column / boxColumns * boxColumns
                        + i % boxColumns;
                free &= !cells.get(row * size + i).equals(text)
                        && !cells.get(i * size + column).equals(text)
                        && !cells.get(boxed).equals(text);
            }
            if (free) {
                candidates.add(String.valueOf(digit));
            }
        }
        return candidates;
    }
}
