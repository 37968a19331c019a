package zeroone.tasks.nonogram;

import java.util.StringJoiner;

/** Lines of cells as bits, the first cell lowest, and the lengths of their blocks of filled cells. */
final class Blocks {
    private Blocks() {}

    /** The lengths of a line's blocks in order, {@code 2 1}; {@code 0} for an empty line. */
    static String of(int line) {
        StringJoiner blocks = new StringJoiner(" ");
        int left = line;
        while (left != 0) {
            left >>>= Integer.numberOfTrailingZeros(left);
            int length = Integer.numberOfTrailingZeros(~left);
            blocks.add(String.valueOf(length));
            left >>>= length;
        }
        return line == 0 ? "0" : blocks.toString();
    }
}
