package zeroone.tasks.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes structures in Thrift's compact protocol, which Parquet's metadata have. */
final class CompactWriter {
    private static final int WHOLE_32 = 5;
    private static final int WHOLE_64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCTURE = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    /** Writes a structure in field {@code id}, up to {@link #end}. */
    CompactWriter begin(int id) {
        header(id, STRUCTURE);
        return beginElement();
    }

    /** Writes a structure that is an element of a list. */
    CompactWriter beginElement() {
        outer.push(last);
        last = 0;
        return this;
    }

    CompactWriter end() {
        bytes.write(0);
        last = outer.isEmpty() ? 0 : outer.pop();
        return this;
    }

    CompactWriter whole(int id, int value) {
        header(id, WHOLE_32);
        return variable(zigzag(value));
    }

    CompactWriter whole(int id, long value) {
        header(id, WHOLE_64);
        return variable(zigzag(value));
    }

    CompactWriter text(int id, String value) {
        header(id, BINARY);
        return text(value);
    }

    CompactWriter texts(int id, List<String> values) {
        list(id, values.size(), BINARY);
        values.forEach(this::text);
        return this;
    }

    CompactWriter wholes(int id, List<Integer> values) {
        list(id, values.size(), WHOLE_32);
        values.forEach(value -> variable(zigzag(value)));
        return this;
    }

    /** Begins a list of structures, each to be written between {@link #beginElement} and {@link #end}. */
    CompactWriter structures(int id, int size) {
        list(id, size, STRUCTURE);
        return this;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private void header(int id, int type) {
        if (id <= last || id - last > SHORT_LIST) {
            throw new IllegalArgumentException(
                    "fields must be written in order, less than 16 apart: " + id + " after " + last);
        }
        bytes.write((id - last) << 4 | type);
        last = id;
    }

    private void list(int id, int size, int type) {
        header(id, LIST);
        if (size < SHORT_LIST) {
            bytes.write(size << 4 | type);
        } else {
            bytes.write(0xF0 | type);
            variable(size);
        }
    }

    private CompactWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        variable(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    private CompactWriter variable(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }
}
