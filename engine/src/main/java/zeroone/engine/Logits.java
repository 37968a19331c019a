package zeroone.engine;

/**
 * Scores of every token as the next one, float32 rows.
 *
 * @param values at least {@code rows * vocabulary} of them; whoever reads a row may change it
 */
record Logits(float[] values, int rows, int vocabulary) {
    Logits {
        if (values.length < (long) rows * vocabulary) {
            throw new IllegalArgumentException(
                    rows + " rows of " + vocabulary + " scores do not fit into " + values.length + " values");
        }
    }

    /** Where a row begins. */
    int offset(int row) {
        return row * vocabulary;
    }
}
