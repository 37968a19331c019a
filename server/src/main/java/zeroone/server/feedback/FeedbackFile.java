package zeroone.server.feedback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;

/** One line of JSON for each feedback, on disk when {@link #add} returns. Thread-safe. */
public final class FeedbackFile {
    /**
     * What a file holds.
     *
     * @param feedback in the order in which it was given
     * @param unreadable lines that hold none, such as one that was torn when a disk was full
     */
    public record Content(List<Feedback> feedback, int unreadable) {
        public Content {
            feedback = List.copyOf(feedback);
        }
    }

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

    /**
     * All feedback so far; none where nobody has given any.
     *
     * @throws IOException if the file cannot be read
     */
    public synchronized Content read() throws IOException {
        List<Feedback> feedback = new ArrayList<>();
        int unreadable = 0;
        List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
        for (String line : lines) {
            if (!line.isBlank()) {
                try {
                    feedback.add(feedback(Fields.of(Json.parse(line))));
                } catch (ApiException | IllegalArgumentException | DateTimeException | JacksonException torn) {
                    unreadable++;
                }
            }
        }
        return new Content(feedback, unreadable);
    }

    private static Feedback feedback(Fields fields) {
        Optional<String> question = fields.string("question");
        Optional<String> answer = fields.string("answer");
        return new Feedback(
                fields.requiredString("response_id"),
                fields.requiredString("tenant"),
                Instant.parse(fields.requiredString("given")),
                fields.requiredString("rating").equals("up"),
                fields.string("correction"),
                fields.string("comment"),
                fields.flag("consent", false),
                question.flatMap(asked -> answer.map(said -> new Feedback.Exchanged(asked, said))));
    }

    /** Whether the disk was full, or the server killed, in the middle of the last line. */
    private static boolean torn(FileChannel file) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
    }
}
