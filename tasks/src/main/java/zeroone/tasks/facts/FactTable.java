package zeroone.tasks.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bundled tables; see NOTICE beside them for where they come from. */
final class FactTable {
    private FactTable() {}

    /** The rows of a table, split at tabs; lines that begin with # are comments. */
    static List<List<String>> read(String name) {
        try (InputStream bytes = FactTable.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("the table " + name + " is missing from the class path");
            }
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> List.of(line.split("\t", -1)))
                        .toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the table " + name + " cannot be read", failure);
        }
    }

    /** The forms of one field, which stand with | between. */
    static List<String> forms(String field) {
        return List.of(field.split("\\|", -1));
    }
}
