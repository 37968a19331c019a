package zeroone.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** In which row of the cache each block lies, and how rows move so that a batch lies together. */
final class RowMap {
    private final int[] rowOfBlock;
    private final int[] blockOfRow;
    private final int[] filled; // positions of each row that were ever written since it began

    RowMap(int blocks) {
        rowOfBlock = new int[blocks];
        blockOfRow = new int[blocks];
        Arrays.setAll(rowOfBlock, i -> i);
        Arrays.setAll(blockOfRow, i -> i);
        filled = new int[blocks];
    }

    int row(int block) {
        return rowOfBlock[block];
    }

    int filled(int row) {
        return filled[row];
    }

    void fill(int row, int positions) {
        filled[row] = positions;
    }

    /** Two rows that change places. */
    record Swap(int one, int other) {}

    /** Brings the rows of these blocks among the first ones, and says what has to be moved for that. */
    List<Swap> gather(int[] blocks) {
        BitSet wanted = new BitSet();
        for (int block : blocks) {
            wanted.set(rowOfBlock[block]);
        }
        List<Swap> swaps = new ArrayList<>();
        int hole = wanted.nextClearBit(0);
        for (int row = wanted.length() - 1; row >= blocks.length; row = wanted.previousSetBit(row - 1)) {
            swaps.add(new Swap(row, hole));
            swap(row, hole);
            hole = wanted.nextClearBit(hole + 1);
        }
        return swaps;
    }

    private void swap(int one, int other) {
        int block = blockOfRow[one];
        place(blockOfRow[other], one);
        place(block, other);
        int length = filled[one];
        filled[one] = filled[other];
        filled[other] = length;
    }

    private void place(int block, int row) {
        rowOfBlock[block] = row;
        blockOfRow[row] = block;
    }
}
