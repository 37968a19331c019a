package zeroone.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.text.generation.FinishReason;

class AttemptLineTest {
    private static final ThoughtBehaviour BEHAVIOUR = new ThoughtBehaviour(1, 2, 3, 4, 5, 6, 7, 8);

    @Test
    void every_grade_survives_the_way_into_a_line_and_back() {
        for (Grade grade : List.of(
                new Grade.Judged(Verdict.CORRECT),
                new Grade.Judged(Verdict.incorrect("makes 26, not 16")),
                new Grade.Judged(Verdict.NO_ANSWER),
                new Grade.Failed("took too long"))) {
            for (FinishReason finish : FinishReason.values()) {
                Attempt attempt = attempt("21-5=16\n\"yes\" \u2028😀", grade, finish);
                String line = AttemptLine.write(attempt);
                assertThat(line).doesNotContain("\n").doesNotContain("\r");
                assertThat(AttemptLine.read(line)).isEqualTo(attempt);
            }
        }
    }

    @Test
    void the_line_has_the_documented_fields() {
        String line =
                AttemptLine.write(attempt("t", new Grade.Judged(Verdict.incorrect("because")), FinishReason.LENGTH));
        assertThat(line)
                .isEqualTo(
                        "{\"task\":\"countdown-3\",\"id\":\"5 8 13 = 16\",\"prompt\":\"Use 13, 5 and 8 to make 16.\","
                                + "\"data\":{\"target\":16},\"thought\":\"t\",\"answer\":\"a\",\"verdict\":\"incorrect\","
                                + "\"reason\":\"because\",\"thought_tokens\":41,\"answer_tokens\":7,\"finish\":\"length\","
                                + "\"behaviour\":{\"steps\":1,\"false_steps\":2,\"backtracks\":3,\"revisits\":4,"
                                + "\"accepted_right\":5,\"accepted_wrong\":6,\"rejected_right\":7,\"rejected_wrong\":8}}");
    }

    @Test
    void fields_that_a_log_adds_are_ignored_on_reading() {
        Attempt attempt = attempt("t", new Grade.Judged(Verdict.CORRECT), FinishReason.STOP);
        ObjectNode json = AttemptLine.json(attempt).put("step", 3);
        assertThat(AttemptLine.read(json.toString())).isEqualTo(attempt);
    }

    @Test
    void a_line_that_is_no_attempt_is_refused_with_the_field() {
        assertThatThrownBy(() -> AttemptLine.read("{")).hasMessageContaining("must be a JSON object");
        assertThatThrownBy(() -> AttemptLine.read("[]")).hasMessageContaining("must be a JSON object");
        assertThatThrownBy(() -> AttemptLine.read("{}")).hasMessageContaining("\"data\" must be an object");
        ObjectNode json = AttemptLine.json(attempt("t", new Grade.Judged(Verdict.CORRECT), FinishReason.STOP));
        assertThatThrownBy(() ->
                        AttemptLine.read(json.deepCopy().put("verdict", "great").toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"verdict\" must be correct, incorrect, no_answer or failed, not great");
        assertThatThrownBy(() ->
                        AttemptLine.read(json.deepCopy().put("finish", "end").toString()))
                .hasMessageContaining(
                        "\"finish\" must be stop, length, stop_string, stop_token, cancelled or error, not end");
        assertThatThrownBy(
                        () -> AttemptLine.read(json.deepCopy().put("answer", 1).toString()))
                .hasMessageContaining("\"answer\" must be a string, not 1");
    }

    private static Attempt attempt(String thought, Grade grade, FinishReason finish) {
        ObjectNode data = JsonMapper.shared().createObjectNode().put("target", 16);
        Problem problem = new Problem("countdown-3", "5 8 13 = 16", "Use 13, 5 and 8 to make 16.", data);
        return new Attempt(problem, thought, "a", grade, 41, 7, finish, BEHAVIOUR);
    }
}
