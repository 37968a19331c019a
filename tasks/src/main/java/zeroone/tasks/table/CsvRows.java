package zeroone.tasks.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads comma-separated values as RFC 4180 has them: quotes around fields, doubled quotes and line breaks inside. The first
 * row names the columns; where it names no "question", the file has no header and its columns are called "1", "2" and so
 * on. Fields without a value are left out.
 */
final class CsvRows {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final PushbackReader input;
    private boolean ended;

    private CsvRows(Reader input) {
        this.input = new PushbackReader(input);
    }

    static void read(InputStream input, Consumer<Row> rows) throws IOException {
        CsvRows reader = new CsvRows(new InputStreamReader(
                input,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = reader.input.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.input.unread(first);
        }
        List<String> columns = List.of();
        long number = 0;
        while (!reader.ended) {
            List<String> values = reader.next();
            if (values.size() == 1 && values.getFirst().isBlank()) {
                continue;
            }
            number++;
            if (number == 1) {
                columns = columns(values);
                if (!columns.getFirst().equals("1")) {
                    continue;
                }
            }
            rows.accept(row(number, columns, values));
        }
    }

    private static List<String> columns(List<String> first) {
        if (first.stream().anyMatch(name -> name.strip().equalsIgnoreCase("question"))) {
            return first.stream().map(String::strip).toList();
        }
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= first.size(); i++) {
            columns.add(String.valueOf(i));
        }
        return columns;
    }

    private static Row row(long number, List<String> columns, List<String> values) {
        if (values.size() != columns.size()) {
            return new Row.Broken(
                    number, "the row has " + values.size() + " values for " + columns.size() + " columns");
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isBlank() || columns.getFirst().equals("1")) {
                fields.put(columns.get(i), values.get(i));
            }
        }
        return new Row.Fields(number, fields);
    }

    private List<String> next() throws IOException {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        long length = 0;
        while (true) {
            int c = input.read();
            if (++length > MOST_CHARACTERS) {
                throw new IOException("a row of the file has more than " + MOST_CHARACTERS
                        + " characters; is there a quotation mark that is not closed?");
            }
            if (quoted && c >= 0) {
                if (c != '"') {
                    value.append((char) c);
                } else if (isNext('"')) {
                    value.append('"');
                } else {
                    quoted = false;
                }
            } else if (c == '"' && value.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else if (c < 0 || c == '\n') {
                ended = c < 0;
                values.add(value.toString());
                return values;
            } else if (c != '\r') {
                value.append((char) c);
            }
        }
    }

    /** Whether the next character is this one, which is then consumed. */
    private boolean isNext(char wanted) throws IOException {
        int c = input.read();
        if (c >= 0 && c != wanted) {
            input.unread(c);
        }
        return c == wanted;
    }
}
