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
    private final List<Added> sequences = new ArrayList<>();

    /** What was added at once: rows and scored rows end where those of the next begin. */
    private record Added(int firstRow, int firstScored) {}

    public void clear() {
        rows = 0;
        scored = 0;
        blocks.clear();
        sequences.clear();
    }

    /**
     * Adds tokens of one sequence that follow each other.
     *
     * @param start position of the first
     * @param blockTable of the sequence: position p lies in block {@code blockTable[p / blockSize]}
     * @param scoredAtEnd of how many of the last tokens the successors are to be scored
     */
    public void add(int[] ids, int start, int[] blockTable, int scoredAtEnd) {
        sequences.add(new Added(rows, scored));
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
        return from(0, sequences.size());
    }

    /**
     * Pieces that need nothing of each other, of about so many rows: a sequence is in one of them, however long it is.
     *
     * @param target rows of a piece; more than one sequence has them only if they do not have more together
     */
    List<StepRows> pieces(int target) {
        List<StepRows> pieces = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= sequences.size(); next++) {
            if (next == sequences.size() || firstRow(next + 1) - firstRow(first) > target) {
                pieces.add(from(first, next));
                first = next;
            }
        }
        return pieces;
    }

    private StepRows from(int first, int end) {
        int length = firstRow(end) - firstRow(first);
        return new StepRows(
                this,
                firstRow(first),
                length,
                firstScored(first),
                firstScored(end) - firstScored(first),
                length > end - first);
    }

    private int firstRow(int sequence) {
        return sequence == sequences.size() ? rows : sequences.get(sequence).firstRow();
    }

    private int firstScored(int sequence) {
        return sequence == sequences.size() ? scored : sequences.get(sequence).firstScored();
    }
}
