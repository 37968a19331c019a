package zeroone.server.feedback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.Json;

/** One line of JSON for each feedback, on disk when {@link #add} returns. Thread-safe. */
public final class FeedbackFile {
    private final Path path;

    public FeedbackFile(Path path) {
        this.path = Objects.requireNonNull(path, "path");
    }

    /** @throws IOException if it cannot be written; a part of its line may be there, and spoils no other */
    public synchronized void add(Feedback feedback) throws IOException {
        ObjectNode line = Json.object()
                .put("response_id", feedback.responseId())
                .put("tenant", feedback.tenant())
                .put("given", feedback.given().toString())
                .put("rating", feedback.good() ? "up" : "down")
                .put("correction", feedback.correction().orElse(null))
                .put("comment", feedback.comment().orElse(null))
                .put("consent", feedback.consent());
        feedback.exchange()
                .ifPresent(said -> line.put("question", said.question()).put("answer", said.answer()));
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            file.position(file.size());
            String text = (torn(file) ? "\n" : "") + Json.write(line) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    /** Whether the disk was full, or the server killed, in the middle of the last line. */
    private static boolean torn(FileChannel file) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
    }
}
