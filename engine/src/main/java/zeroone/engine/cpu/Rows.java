package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import zeroone.tensor.Bfloat16;
import zeroone.tensor.DType;

/**
 * A matrix of activations in native memory, row by row without gaps.
 *
 * @param type FLOAT32, or BFLOAT16 for what goes into products
 */
record Rows(MemorySegment memory, int rows, int width, DType type) {
    static Rows allocate(Arena arena, int rows, int width, DType type) {
        return new Rows(arena.allocate((long) rows * width * bytes(type), 64), rows, width, type);
    }

    static int bytes(DType type) {
        return type == DType.BFLOAT16 ? Short.BYTES : Float.BYTES;
    }

    /** Where an element lies, in bytes. */
    long at(int row, int column) {
        return ((long) row * width + column) * bytes(type);
    }

    /** This matrix from a column on: for products that write a part of each row. */
    MemorySegment fromColumn(int column) {
        return memory.asSlice((long) column * bytes(type));
    }

    float get(int row, int column) {
        return type == DType.BFLOAT16
                ? Bfloat16.toFloat(memory.get(Lanes.SHORT, at(row, column)))
                : memory.get(Lanes.FLOAT, at(row, column));
    }

    void set(int row, int column, float value) {
        if (type == DType.BFLOAT16) {
            memory.set(Lanes.SHORT, at(row, column), Bfloat16.of(value));
        } else {
            memory.set(Lanes.FLOAT, at(row, column), value);
        }
    }

    void set(int row, int column, FloatVector values) {
        if (type == DType.BFLOAT16) {
            Lanes.storeBfloat16(values, memory, at(row, column));
        } else {
            values.intoMemorySegment(memory, at(row, column), Lanes.ORDER);
        }
    }
}
