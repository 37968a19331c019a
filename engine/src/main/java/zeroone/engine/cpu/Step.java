package zeroone.engine.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tokens that one forward pass reads, row by row. */
public final class Step {
    private int rows;
    private int[] tokens = new int[64];
    private int[] positions = new int[64];
    private final List<int[]> blocks = new ArrayList<>(); // by row
    private int scored;
    private int[] scoredRows = new int[64];
    private boolean rowsSeeEachOther;

    public void clear() {
        rows = 0;
        scored = 0;
        blocks.clear();
        rowsSeeEachOther = false;
    }

    /**
     * Adds tokens of one sequence that follow each other.
     *
     * @param start position of the first
     * @param blockTable of the sequence: position p lies in block {@code blockTable[p / blockSize]}
     * @param scoredAtEnd of how many of the last tokens the successors are to be scored
     */
    public void add(int[] ids, int start, int[] blockTable, int scoredAtEnd) {
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
        rowsSeeEachOther |= ids.length > 1;
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

    /** Whether a row of this step sees another one of it. */
    boolean rowsSeeEachOther() {
        return rowsSeeEachOther;
    }

    /** The items (row, head) of a member: neighbours whose positions to read are about an equal part of all. */
    Share attentionShare(int member, int members, int heads) {
        long total = 0;
        for (int row = 0; row < rows; row++) {
            total += cost(row);
        }
        return new Share(
                boundary(total * heads * member / members, heads),
                boundary(total * heads * (member + 1) / members, heads));
    }

    private int boundary(long cost, int heads) {
        long before = 0;
        for (int row = 0; row < rows; row++) {
            long each = cost(row);
            if (before + each * heads > cost) {
                return row * heads + (int) ((cost - before) / each);
            }
            before += each * heads;
        }
        return rows * heads;
    }

    private long cost(int row) {
        return positions[row] + 33; // what an item costs beyond its positions, in positions
    }
}
