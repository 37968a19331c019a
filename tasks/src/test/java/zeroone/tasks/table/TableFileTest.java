package zeroone.tasks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TableFileTest {
    @TempDir
    private Path directory;

    @Test
    void texts_of_any_length_and_script_come_back_from_parquet_in_any_number_of_rows() throws IOException {
        Path file = directory.resolve("x.parquet");
        for (int count : new int[] {1, 9_999, 10_000, 25_001}) {
            List<ObjectNode> rows = IntStream.range(0, count)
                    .mapToObj(i -> JsonNodeFactory.instance
                            .objectNode()
                            .put("id", "row " + i)
                            .put("text", "Bhutan འབྲུག་ཡུལ་ 😀\n" + "x".repeat(i % 300)))
                    .toList();
            TableFile.write(file, TableFile.Format.PARQUET, rows.iterator());
            assertThat(read(file)).isEqualTo(rows);
        }
    }

    @Test
    void a_file_with_many_columns_is_read_back() throws IOException {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 40; i++) {
            row.put("column" + i, "" + i);
        }
        Path file = directory.resolve("x.parquet");
        TableFile.write(file, TableFile.Format.PARQUET, List.of(row).iterator());
        assertThat(read(file)).containsExactly(row);
    }

    @Test
    void a_file_that_cannot_be_finished_does_not_appear() throws IOException {
        Path file = directory.resolve("x.parquet");
        assertThatThrownBy(() -> TableFile.write(
                        file,
                        TableFile.Format.PARQUET,
                        Stream.of("a", "b")
                                .map(name ->
                                        JsonNodeFactory.instance.objectNode().put(name, "x"))
                                .iterator()))
                .hasMessageContaining("all rows must have the columns [a], not [b]");
        assertThatThrownBy(() -> TableFile.write(
                        file, TableFile.Format.PARQUET, List.<ObjectNode>of().iterator()))
                .hasMessageContaining("must have at least one row");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void quotes_commas_and_line_breaks_of_csv_are_understood() throws IOException {
        Path file = directory.resolve("x.csv");
        Files.writeString(file, "\ufeffquestion, answer ,verifier\r\n\"a \"\"b\"\", c\nd\",7,number\r\n\r\nq,x,");
        assertThat(read(file))
                .extracting(ObjectNode::toString)
                .containsExactly(
                        "{\"question\":\"a \\\"b\\\", c\\nd\",\"answer\":\"7\",\"verifier\":\"number\"}",
                        "{\"question\":\"q\",\"answer\":\"x\"}");
    }

    @Test
    void a_row_of_csv_with_too_many_values_is_broken_and_an_open_quotation_mark_is_noticed() throws IOException {
        Path file = directory.resolve("x.csv");
        Files.writeString(file, "question,answer\n1,2,3\n");
        List<Row> rows = new ArrayList<>();
        TableFile.read(file, rows::add);
        assertThat(rows).containsExactly(new Row.Broken(2, "the row has 3 values for 2 columns"));
        Files.writeString(file, "question,answer\n\"" + "1,2\n".repeat(1 << 19));
        assertThatThrownBy(() -> read(file)).hasMessageContaining("quotation mark that is not closed");
    }

    private static List<ObjectNode> read(Path file) throws IOException {
        List<ObjectNode> read = new ArrayList<>();
        TableFile.read(file, row -> read.add(((Row.Fields) row).fields()));
        return read;
    }
}
