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
    private static final int COST_OF_ITEM = 33; // beyond its positions, in positions

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

    /** The items (row, head) of a member: neighbours whose positions to read are about an equal part of all. */
    Share attentionShare(int member, int members, int heads) {
        if (members == 1) {
            return new Share(0, rows * heads);
        }
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
        return position(row) + COST_OF_ITEM;
    }
}
