package zeroone.tasks.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a Parquet file whose columns are texts that are always there: plain encoding, not compressed, one page for each
 * column of a row group.
 */
final class ParquetWriter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_OF_A_GROUP = 10_000;
    private static final int BYTE_ARRAY = 6;
    private static final int RUN_LENGTH = 3;

    private final OutputStream out;
    private final List<String> columns;
    private final List<ByteArrayOutputStream> values = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long position;
    private int rows;

    /** Where the pages of one group of rows lie. */
    private record Group(List<Chunk> chunks, int rows) {
        long bytes() {
            return chunks.stream().mapToLong(Chunk::bytes).sum();
        }
    }

    private record Chunk(long offset, long bytes) {}

    ParquetWriter(OutputStream out, List<String> columns) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        columns.forEach(column -> values.add(new ByteArrayOutputStream()));
        write(MAGIC);
    }

    void row(List<String> row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            byte[] utf8 = row.get(i).getBytes(StandardCharsets.UTF_8);
            values.get(i).writeBytes(littleEndian(utf8.length));
            values.get(i).writeBytes(utf8);
        }
        if (++rows == ROWS_OF_A_GROUP) {
            endGroup();
        }
    }

    /** Writes what is left and the footer; the stream stays open. */
    void finish() throws IOException {
        if (rows > 0) {
            endGroup();
        }
        byte[] footer = footer();
        write(footer);
        write(littleEndian(footer.length));
        write(MAGIC);
    }

    private void endGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (ByteArrayOutputStream column : values) {
            byte[] header = new CompactWriter()
                    .whole(1, 0)
                    .whole(2, column.size())
                    .whole(3, column.size())
                    .begin(5)
                    .whole(1, rows)
                    .whole(2, 0)
                    .whole(3, RUN_LENGTH)
                    .whole(4, RUN_LENGTH)
                    .end()
                    .end()
                    .toByteArray();
            chunks.add(new Chunk(position, header.length + column.size()));
            write(header);
            write(column.toByteArray());
            column.reset();
        }
        groups.add(new Group(chunks, rows));
        rows = 0;
    }

    private byte[] footer() {
        CompactWriter footer = new CompactWriter().whole(1, 1).structures(2, columns.size() + 1);
        footer.beginElement().text(4, "problems").whole(5, columns.size()).end();
        for (String column : columns) {
            footer.beginElement()
                    .whole(1, BYTE_ARRAY)
                    .whole(3, 0)
                    .text(4, column)
                    .whole(6, 0);
            footer.begin(10).begin(1).end().end().end();
        }
        footer.whole(3, groups.stream().mapToLong(Group::rows).sum()).structures(4, groups.size());
        for (Group group : groups) {
            footer.beginElement().structures(1, columns.size());
            for (int i = 0; i < columns.size(); i++) {
                Chunk chunk = group.chunks().get(i);
                footer.beginElement().whole(2, chunk.offset()).begin(3);
                footer.whole(1, BYTE_ARRAY).wholes(2, List.of(0)).texts(3, List.of(columns.get(i)));
                footer.whole(4, 0)
                        .whole(5, (long) group.rows())
                        .whole(6, chunk.bytes())
                        .whole(7, chunk.bytes());
                footer.whole(9, chunk.offset()).end().end();
            }
            footer.whole(2, group.bytes()).whole(3, (long) group.rows()).end();
        }
        return footer.text(6, "ZeroOne").end().toByteArray();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
