package zeroone.server.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.server.feedback.Lessons.Preference;

class LessonsTest {
    private static final Instant GIVEN = Instant.parse("2030-01-01T00:00:00Z");

    private static Feedback of(String question, String answer, boolean good, String correction) {
        return new Feedback(
                "resp_1",
                "ada",
                GIVEN,
                good,
                Optional.of(correction).filter(text -> !text.isEmpty()),
                Optional.empty(),
                true,
                Optional.of(new Feedback.Exchanged(question, answer)));
    }

    @Test
    void a_correction_is_the_answer_and_better_than_what_it_corrects() {
        Lessons lessons = Lessons.of(List.of(of("6 times 7?", "41", false, "42")));
        assertThat(lessons.answers()).isEqualTo(Map.of("6 times 7?", Optional.of("42")));
        assertThat(lessons.preferences()).containsExactly(new Preference("6 times 7?", "42", "41"));
    }

    @Test
    void answers_to_one_question_are_compared_with_each_other() {
        Lessons lessons = Lessons.of(List.of(
                of("A poem?", "roses", true, ""), of("A poem?", "nothing", false, ""), of("Else?", "no", false, "")));
        assertThat(lessons.preferences()).containsExactly(new Preference("A poem?", "roses", "nothing"));
        assertThat(lessons.answers())
                .containsEntry("A poem?", Optional.of("roses"))
                .containsEntry("Else?", Optional.empty());
    }

    @Test
    void who_speaks_last_is_believed() {
        Lessons lessons = Lessons.of(List.of(
                of("6 times 7?", "42", false, "43"),
                of("6 times 7?", "43", false, ""),
                of("6 times 7?", "42", true, "")));
        assertThat(lessons.answers()).isEqualTo(Map.of("6 times 7?", Optional.of("42")));
        assertThat(lessons.preferences()).containsExactly(new Preference("6 times 7?", "42", "43"));
    }

    @Test
    void what_nobody_consented_to_teaches_nothing() {
        Feedback silent = new Feedback(
                "resp_1", "ada", GIVEN, false, Optional.of("42"), Optional.empty(), false, Optional.empty());
        assertThat(Lessons.of(List.of(silent)).answers()).isEmpty();
    }

    @Test
    void a_file_is_read_as_it_was_written_and_a_torn_line_left_out(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("feedback.jsonl");
        FeedbackFile file = new FeedbackFile(path);
        assertThat(file.read().feedback()).isEmpty();
        Feedback first = of("6 times 7?", "41", false, "42");
        file.add(first);
        Files.writeString(path, "{\"response_id\": \"resp_", StandardOpenOption.APPEND);
        Feedback second = of("Why?", "so", true, "");
        file.add(second);
        assertThat(file.read()).isEqualTo(new FeedbackFile.Content(List.of(first, second), 1));
    }
}
