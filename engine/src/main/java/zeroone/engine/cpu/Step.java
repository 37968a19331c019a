package zeroone.engine.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The tokens that one forward pass reads, row by row. */
public final class Step {
    private int rows;
    private int[] tokens = new int[64];
    private int[] positions = new int[64];
    private final List<int[]> blocks = new ArrayList<>(); // by row
    private int scored;
    private int[] scoredRows = new int[64];
    private final BitSet starts = new BitSet(); // rows that are the first of their sequence

    public void clear() {
        rows = 0;
        scored = 0;
        blocks.clear();
        starts.clear();
    }

    /**
     * Adds tokens of one sequence that follow each other.
     *
     * @param start position of the first
     * @param blockTable of the sequence: position p lies in block {@code blockTable[p / blockSize]}
     * @param scoredAtEnd of how many of the last tokens the successors are to be scored
     */
    public void add(int[] ids, int start, int[] blockTable, int scoredAtEnd) {
        starts.set(rows);
        if (rows + ids.length > tokens.length) {
            int capacity = 2 * (rows + ids.length);
            tokens = Arrays.copyOf(tokens, capacity);
            positions = Arrays.copyOf(positions, capacity);
            scoredRows = Arrays.copyOf(scoredRows, capacity);
        }
        for (int i = 0; i < ids.length; i++) {
            if (i >= ids.length - scoredAtEnd) {
                scoredRows[scored++] = rows;
            }
            tokens[rows] = ids[i];
            positions[rows++] = start + i;
            blocks.add(blockTable);
        }
    }

    int rows() {
        return rows;
    }

    int scored() {
        return scored;
    }

    int token(int row) {
        return tokens[row];
    }

    int position(int row) {
        return positions[row];
    }

    int[] blocks(int row) {
        return blocks.get(row);
    }

    int scoredRow(int index) {
        return scoredRows[index];
    }

    /** All of it. */
    StepRows whole() {
        return from(0, rows);
    }

    /** Pieces of so many rows, in order; a sequence may lie in several of them. */
    List<Piece> pieces(int size) {
        List<Piece> pieces = new ArrayList<>();
        for (int first = 0; first < rows; first += size) {
            boolean begun = !starts.get(first);
            pieces.add(new Piece(
                    from(first, Math.min(rows, first + size)),
                    begun ? Optional.of(pieces.getLast()) : Optional.empty()));
        }
        return pieces;
    }

    private StepRows from(int first, int end) {
        int firstScored = scoredBefore(first);
        boolean seen = starts.nextClearBit(first) <= Math.min(end, rows - 1);
        return new StepRows(this, first, end - first, firstScored, scoredBefore(end) - firstScored, seen);
    }

    private int scoredBefore(int row) {
        int found = Arrays.binarySearch(scoredRows, 0, scored, row);
        return found < 0 ? -found - 1 : found;
    }
}
