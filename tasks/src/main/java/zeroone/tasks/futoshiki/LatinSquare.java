package zeroone.tasks.futoshiki;

import java.util.random.RandomGenerator;

/** Latin squares drawn at random; every one can come up. */
final class LatinSquare {
    private LatinSquare() {}

    /** Cells in reading order, values from 0. */
    static int[] draw(int size, RandomGenerator random) {
        int[] cells = new int[size * size];
        while (!fill(cells, size, random)) {
            // A few rows can leave the last ones impossible; begin again.
        }
        return cells;
    }

    private static boolean fill(int[] cells, int size, RandomGenerator random) {
        int[] columns = new int[size];
        for (int row = 0; row < size; row++) {
            int used = 0;
            for (int column = 0; column < size; column++) {
                int left = ~(used | columns[column]) & ((1 << size) - 1);
                if (left == 0) {
                    return false;
                }
                for (int skip = random.nextInt(Integer.bitCount(left)); skip > 0; skip--) {
                    left &= left - 1;
                }
                int bit = Integer.lowestOneBit(left);
                cells[row * size + column] = Integer.numberOfTrailingZeros(bit);
                used |= bit;
                columns[column] |= bit;
            }
        }
        return true;
    }
}
