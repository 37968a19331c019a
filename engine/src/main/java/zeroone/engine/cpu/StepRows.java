package zeroone.engine.cpu;

/**
 * Rows of a step that go through the layers together: all of them, or those of some of its sequences. Rows and scored rows
 * count from 0 here.
 *
 * @param firstRow of the step
 * @param rows how many
 * @param firstScored of the step
 * @param scored how many of the rows are scored
 * @param seeEachOther whether one of them sees another
 */
record StepRows(Step step, int firstRow, int rows, int firstScored, int scored, boolean seeEachOther) {
    int token(int row) {
        return step.token(firstRow + row);
    }

    int position(int row) {
        return step.position(firstRow + row);
    }

    /** The block table of the sequence that the row belongs to. */
    int[] blocks(int row) {
        return step.blocks(firstRow + row);
    }

    int scoredRow(int index) {
        return step.scoredRow(firstScored + index) - firstRow;
    }

    /** Whether the next row is of another sequence, or there is none. */
    boolean endsSequence(int row) {
        return row + 1 == rows || blocks(row + 1) != blocks(row) || position(row + 1) != position(row) + 1;
    }

    /** One after the last of at most so many rows from this one on that are neighbours in a sequence. */
    int endOfNeighbours(int row, int most) {
        int last = row;
        while (last + 1 < row + most && !endsSequence(last)) {
            last++;
        }
        return last + 1;
    }
}
