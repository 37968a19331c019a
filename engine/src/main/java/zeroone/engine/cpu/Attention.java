package zeroone.engine.cpu;

/**
 * Attention of queries over the blocks of one sequence: exactly the positions there are, no padding. What a query gets does not
 * depend by a bit on where blocks lie or on the queries beside it. One instance a thread, as it has memory of its own.
 */
sealed interface Attention permits BlockAttention, TileAttention {
    /** How many neighbouring positions of a sequence had best be asked for together, with so many query heads a key head. */
    int rowsTogether(int group);

    /**
     * @param queries rotated and scaled, [rows, group, D]: those of neighbouring positions
     * @param group query heads of the key head
     * @param blocks block table of the sequence
     * @param length positions that the first row sees; each further one sees one more
     * @param target gets the result from {@code row} and {@code column} on: group heads of D elements a row
     */
    void attend(
            int layer,
            int head,
            float[] queries,
            int rows,
            int group,
            int[] blocks,
            int length,
            Rows target,
            int row,
            int column);

    /** Positions from this one on whose blocks follow each other. */
    static int together(int[] blocks, int blockSize, int start, int length) {
        int begin = start / blockSize;
        int most = (length + blockSize - 1) / blockSize;
        int end = begin + 1;
        while (end < most && blocks[end] == blocks[end - 1] + 1) {
            end++;
        }
        return Math.min(length, end * blockSize) - start;
    }
}
