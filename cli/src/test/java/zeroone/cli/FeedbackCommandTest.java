package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.server.feedback.Feedback;
import zeroone.server.feedback.FeedbackFile;
import zeroone.tasks.catalog.ProblemFile;

class FeedbackCommandTest {
    private final Shell shell = new Shell();

    @TempDir
    private Path state;

    private void give(String question, String answer, boolean good, String correction) throws IOException {
        new FeedbackFile(state.resolve("feedback.jsonl"))
                .add(new Feedback(
                        "resp_1",
                        "ada",
                        Instant.EPOCH,
                        good,
                        Optional.of(correction).filter(text -> !text.isEmpty()),
                        Optional.empty(),
                        true,
                        Optional.of(new Feedback.Exchanged(question, answer))));
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "feedback";
        all[1] = "--state";
        all[2] = state.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return shell.run(all);
    }

    @Test
    void corrections_become_problems_that_are_read_back() throws IOException {
        give("Use 3, 7 and 4 to make 25.", "3*7", false, "");
        give("What is the capital of Bhutan?", "Paro", false, "Thimphu");
        give("Say something.", "no", false, "");
        Path file = state.resolve("problems.jsonl");
        assertThat(run("problems", "-o", file.toString())).isZero();
        ProblemFile read = ProblemFile.read(file);
        assertThat(read.entries()).hasSize(2);
        assertThat(read.entries().getFirst().problem().task()).isEqualTo("countdown-3");
        ProblemFile.Entry capital = read.entries().getLast();
        assertThat(capital.verifier().verify(capital.problem(), "Thimphu").isCorrect())
                .isTrue();
        assertThat(run()).isZero();
        assertThat(shell.out())
                .contains("3 replies rated: 0 up, 3 down, 1 corrected; 3 with consent", "2 problems, 1 pairs");
    }

    @Test
    void preferences_are_prompt_chosen_and_rejected() throws IOException {
        give("What is the capital of Bhutan?", "Paro", false, "Thimphu");
        Path file = state.resolve("pairs.jsonl");
        assertThat(run("pairs", "-o", file.toString())).isZero();
        assertThat(Files.readString(file))
                .isEqualTo(
                        "{\"prompt\":\"What is the capital of Bhutan?\",\"chosen\":\"Thimphu\",\"rejected\":\"Paro\"}\n");
    }

    @Test
    void a_correction_that_the_verifier_cannot_read_is_told() throws IOException {
        give("What is 2 + 2?", "5", false, "4");
        give("What is 2 + 3?", "6", false, "five, I think");
        Path file = state.resolve("problems.jsonl");
        assertThat(run("problems", "-o", file.toString(), "--verifier", "number"))
                .isZero();
        assertThat(shell.err()).contains("problems.jsonl:2:");
        assertThat(run("problems", "-o", file.toString(), "--verifier", "nonsense"))
                .isEqualTo(1);
    }
}
