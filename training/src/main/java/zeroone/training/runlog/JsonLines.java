package zeroone.training.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A file of one JSON object a line that grows while a run goes on; names are snake_case. Every line is flushed. */
public final class JsonLines implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Path file;
    private final BufferedWriter writer;

    private JsonLines(Path file) throws IOException {
        this.file = file;
        this.writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Opens the file for more lines, after removing those that do not belong to the history of the run: what was written
     * after the checkpoint it continues from, and a last line that was cut off.
     */
    public static JsonLines continuing(Path file, Predicate<JsonNode> belongs) {
        try {
            if (Files.exists(file)) {
                Path kept = file.resolveSibling("." + file.getFileName() + ".kept");
                // This reader takes what is not UTF-8 too: the cut may have gone through a character.
                try (BufferedReader lines =
                                new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8));
                        BufferedWriter writer = Files.newBufferedWriter(kept)) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        if (belongs(line, belongs)) {
                            writer.write(line);
                            writer.write('\n');
                        }
                    }
                }
                Files.move(kept, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return new JsonLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + " for writing: " + e.getMessage(), e);
        }
    }

    private static boolean belongs(String line, Predicate<JsonNode> belongs) {
        try {
            return belongs.test(JSON.readTree(line));
        } catch (JacksonException cutOff) {
            return false;
        }
    }

    /** Appends a record as one line. */
    public void write(Object value) {
        writeLine(JSON.writeValueAsString(value));
    }

    /** Appends a line that is JSON already. */
    public void writeLine(String json) {
        try {
            writer.write(json);
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write to " + file + ": " + e.getMessage()
                            + "; free some disk space and start the run again,"
                            + " it continues from its last checkpoint",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file + ": " + e.getMessage(), e);
        }
    }
}
