package zeroone.tasks.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8 text of which none may fill the memory. */
final class BoundedLines {
    static final int MOST_BYTES = 1 << 20;

    private final InputStream input;

    BoundedLines(InputStream input) {
        this.input = input;
    }

    /** One line; a line that is too long or not UTF-8 has an error instead of a text. */
    sealed interface Line {
        record Text(String text) implements Line {}

        record Broken(String reason) implements Line {}
    }

    /** The next line without its line break; empty at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long length = 0;
        int next = input.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = input.read()) {
            if (length++ < MOST_BYTES) {
                bytes.write(next);
            }
        }
        if (length > MOST_BYTES) {
            return Optional.of(
                    new Line.Broken("the line has " + length + " bytes; at most " + MOST_BYTES + " are allowed"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return Optional.of(new Line.Text(text));
        } catch (CharacterCodingException malformed) {
            return Optional.of(new Line.Broken("the line is not valid UTF-8"));
        }
    }
}
