package zeroone.engine;

import java.util.Arrays;

/**
 * Scores of every token as the next one, float32 rows. Whoever reads a row may change it.
 *
 * @param offsets where each row begins in the values
 */
record Logits(float[] values, int[] offsets, int vocabulary) {
    Logits {
        for (int offset : offsets) {
            if (offset < 0 || offset > values.length - vocabulary) {
                throw new IllegalArgumentException("a row of " + vocabulary + " scores cannot begin at " + offset
                        + " of " + values.length + " values");
            }
        }
    }

    /** Rows one after the other from the beginning. */
    Logits(float[] values, int rows, int vocabulary) {
        this(values, consecutive(rows, vocabulary), vocabulary);
    }

    private static int[] consecutive(int rows, int vocabulary) {
        int[] offsets = new int[rows];
        Arrays.setAll(offsets, row -> Math.multiplyExact(row, vocabulary));
        return offsets;
    }

    int rows() {
        return offsets.length;
    }

    /** Where a row begins. */
    int offset(int row) {
        return offsets[row];
    }
}
