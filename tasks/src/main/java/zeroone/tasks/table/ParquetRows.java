package zeroone.tasks.table;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads Parquet files: texts, numbers and booleans, lists and structures of them. Other values become their text, and
 * fields without a value are left out.
 */
final class ParquetRows {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ParquetRows() {}

    static void read(Path file, Consumer<Row> rows) throws IOException {
        try (InputFile input = InputFile.of(file);
                ParquetFileReader reader = open(file, input);
                RowReader row = reader.rowReader()) {
            long number = 0;
            for (Optional<ObjectNode> next = next(file, row); next.isPresent(); next = next(file, row)) {
                rows.accept(new Row.Fields(++number, next.get()));
            }
        }
    }

    private static ParquetFileReader open(Path file, InputFile input) throws IOException {
        try {
            return ParquetFileReader.open(input);
        } catch (RuntimeException malformed) {
            throw unreadable(file, malformed);
        }
    }

    private static Optional<ObjectNode> next(Path file, RowReader row) throws IOException {
        try {
            if (!row.hasNext()) {
                return Optional.empty();
            }
            row.next();
            return Optional.of(object(row));
        } catch (RuntimeException malformed) {
            throw unreadable(file, malformed);
        }
    }

    private static IOException unreadable(Path file, RuntimeException malformed) {
        return new IOException(file + " is not a Parquet file that can be read: " + malformed.getMessage(), malformed);
    }

    private static ObjectNode object(StructAccessor row) {
        ObjectNode fields = JSON.objectNode();
        for (int i = 0; i < row.getFieldCount(); i++) {
            if (!row.isNull(i)) {
                fields.set(row.getFieldName(i), node(row.getValue(i)));
            }
        }
        return fields;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case PqList list -> {
                ArrayNode array = JSON.arrayNode();
                for (int i = 0; i < list.size(); i++) {
                    array.add(list.isNull(i) ? JSON.nullNode() : node(list.get(i)));
                }
                yield array;
            }
            case PqStruct struct -> object(struct);
            case Boolean truth -> JSON.booleanNode(truth);
            case Integer whole -> JSON.numberNode(whole);
            case Long whole -> JSON.numberNode(whole);
            case Double number -> JSON.numberNode(number);
            case Float number -> JSON.numberNode(number);
            default -> JSON.stringNode(value.toString());
        };
    }
}
