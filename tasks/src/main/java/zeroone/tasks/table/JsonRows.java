package zeroone.tasks.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON object a line; blank lines are skipped. */
final class JsonRows {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonRows() {}

    static void read(InputStream input, Consumer<Row> rows) throws IOException {
        BoundedLines lines = new BoundedLines(input);
        long number = 0;
        for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            number++;
            switch (line.get()) {
                case BoundedLines.Line.Broken(String reason) -> rows.accept(new Row.Broken(number, reason));
                case BoundedLines.Line.Text(String text) -> {
                    if (!text.isBlank()) {
                        rows.accept(row(number, text));
                    }
                }
            }
        }
    }

    private static Row row(long number, String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode fields
                    ? new Row.Fields(number, fields)
                    : new Row.Broken(
                            number, "the line must be a JSON object, e.g. {\"question\":\"…\",\"answer\":\"…\"}");
        } catch (JacksonException failure) {
            return new Row.Broken(number, "the line is not JSON: " + failure.getOriginalMessage());
        }
    }
}
