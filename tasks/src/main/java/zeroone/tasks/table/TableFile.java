package zeroone.tasks.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A file of rows. */
public final class TableFile {
    private TableFile() {}

    /** How rows are written. */
    public enum Format {
        /** One JSON object a line. */
        JSONL,
        /** Columns of texts; what is no text becomes its JSON. */
        PARQUET
    }

    /**
     * Reads all rows in order, in the format that the file's name tells: {@code .csv}, {@code .parquet}, or JSON lines.
     *
     * @throws IOException if the file cannot be read, or is no Parquet file though its name says so
     */
    public static void read(Path file, Consumer<Row> rows) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            ParquetRows.read(file, rows);
            return;
        }
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            if (name.endsWith(".csv")) {
                CsvRows.read(input, rows);
            } else {
                JsonRows.read(input, rows);
            }
        }
    }

    /**
     * Writes rows to a file, which appears when it is whole.
     *
     * @param rows objects with the same fields in the same order
     */
    public static void write(Path file, Format format, Iterator<ObjectNode> rows) throws IOException {
        Path unfinished = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                switch (format) {
                    case JSONL -> writeLines(out, rows);
                    case PARQUET -> writeParquet(out, rows);
                }
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void writeLines(OutputStream out, Iterator<ObjectNode> rows) throws IOException {
        while (rows.hasNext()) {
            out.write((rows.next() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void writeParquet(OutputStream out, Iterator<ObjectNode> rows) throws IOException {
        if (!rows.hasNext()) {
            throw new IllegalArgumentException("a Parquet file must have at least one row, which names its columns");
        }
        ObjectNode row = rows.next();
        List<String> columns = List.copyOf(row.propertyNames());
        ParquetWriter writer = new ParquetWriter(out, columns);
        while (true) {
            if (!columns.equals(List.copyOf(row.propertyNames()))) {
                throw new IllegalArgumentException(
                        "all rows must have the columns " + columns + ", not " + row.propertyNames());
            }
            List<String> texts = new ArrayList<>();
            for (JsonNode value : row) {
                texts.add(value.isString() ? value.stringValue() : value.toString());
            }
            writer.row(texts);
            if (!rows.hasNext()) {
                writer.finish();
                return;
            }
            row = rows.next();
        }
    }
}
