package zeroone.tasks.futoshiki;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A grid of some size: its cells, named A1, A2, … by row and column, its digits, and who sees whom. */
final class FutoshikiShape {
    private final int size;
    private final List<String> names;
    private final List<String> digits;
    private final int[][] peers;
    private final List<int[]> neighbours;

    FutoshikiShape(int size) {
        this.size = size;
        names = IntStream.range(0, size * size)
                .mapToObj(cell -> "" + (char) ('A' + cell / size) + (cell % size + 1))
                .toList();
        digits = IntStream.rangeClosed(1, size).mapToObj(String::valueOf).toList();
        peers = new int[size * size][];
        neighbours = new ArrayList<>();
        for (int cell = 0; cell < size * size; cell++) {
            int here = cell;
            peers[cell] = IntStream.range(0, size * size)
                    .filter(other -> other != here && (other / size == here / size || other % size == here % size))
                    .toArray();
            if (cell % size + 1 < size) {
                neighbours.add(new int[] {cell, cell + 1});
            }
            if (cell / size + 1 < size) {
                neighbours.add(new int[] {cell, cell + size});
            }
        }
    }

    int size() {
        return size;
    }

    List<String> names() {
        return names;
    }

    List<String> digits() {
        return digits;
    }

    /** The cells in the row and in the column of a cell, without it. */
    int[] peers(int cell) {
        return peers[cell];
    }

    /** All pairs of cells side by side or one below the other, the first in reading order first. */
    List<int[]> neighbours() {
        return neighbours;
    }

    /** Whether both cells exist and the second lies right of or below the first. */
    boolean neighbours(int first, int second) {
        return first >= 0
                && (second == first + size || (second == first + 1 && second % size != 0))
                && second < size * size;
    }

    /** The cell of a row letter and a column digit; -1 if there is none. */
    int cell(char row, char column) {
        boolean exists = row >= 'A' && row < 'A' + size && column >= '1' && column < '1' + size;
        return exists ? (row - 'A') * size + column - '1' : -1;
    }
}
