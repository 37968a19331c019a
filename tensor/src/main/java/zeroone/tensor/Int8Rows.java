package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A matrix in eight bits: each row is a float32 scale times integers in [-127, 127], rounded to the nearest.
 *
 * @param values int8 [N, K]
 * @param scales float32 [N]
 */
record Int8Rows(MemorySegment values, MemorySegment scales) {
    private static final int LARGEST = 127;

    static Int8Rows of(MemorySegment float32, int rows, int columns, Arena arena) {
        MemorySegment values = arena.allocate((long) rows * columns, 64);
        MemorySegment scales = arena.allocate((long) rows * Float.BYTES, 64);
        for (int row = 0; row < rows; row++) {
            long start = (long) row * columns;
            float most = 0;
            for (int i = 0; i < columns; i++) {
                most = Math.max(most, Math.abs(float32.getAtIndex(ValueLayout.JAVA_FLOAT, start + i)));
            }
            float scale = most / LARGEST;
            float inverse = most == 0 ? 0 : LARGEST / most;
            for (int i = 0; i < columns; i++) {
                float value = float32.getAtIndex(ValueLayout.JAVA_FLOAT, start + i);
                values.set(ValueLayout.JAVA_BYTE, start + i, (byte) Math.round(value * inverse));
            }
            scales.setAtIndex(ValueLayout.JAVA_FLOAT, row, scale);
        }
        return new Int8Rows(values, scales);
    }
}
