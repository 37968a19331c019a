package zeroone.engine.cpu;

/**
 * Rounds the rows of a product up to one of a few dozen numbers. A kernel is compiled for each number there is, which
 * takes milliseconds; more rows than there are cost a little arithmetic.
 */
final class RowCounts {
    private RowCounts() {}

    static int rounded(int rows) {
        if (rows <= 4) {
            return Math.max(1, rows);
        }
        int multiple = rows <= 32 ? 4 : rows <= 64 ? 8 : rows <= 128 ? 16 : rows <= 256 ? 32 : 64;
        return (rows + multiple - 1) / multiple * multiple;
    }
}
