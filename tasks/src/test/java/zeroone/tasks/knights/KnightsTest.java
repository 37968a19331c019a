package zeroone.tasks.knights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;

class KnightsTest {
    private final Taskset three = KnightsTasks.task(KnightsConfig.THREE).problems();
    private final Problem problem = three.problem(data("Ada knave Ben, Ben same Ada Cleo, Cleo knight Ada"));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo("A knight always tells the truth, a knave always lies. Ada, Ben, Cleo are each a knight or a"
                        + " knave. Ada says: Ben is a knave. Ben says: Ada and Cleo are of the same kind. Cleo says: Ada is a"
                        + " knight. Answer in the form Ada knight, Ben knave, each once.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada knight, Ben knight, Cleo knight | gives Ben knight against Ada",
                "Ada knight, Ben knave, Cleo knight | gives Cleo knight against Ben",
                "Ada knight, Ben knave, Cleo knave | gives Cleo knave against Cleo",
                "Ada knight, Ben knave | does not give Cleo",
                "Ada is a knight, Ben is a knave, Cleo is a knave | has \"Ada is a kni…\" where a name and a value should be",
                "Ada liar, Ben knave, Cleo knave | has \"liar\", which is none of knave, knight",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(three.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_who_is_who_in_any_order() {
        assertThat(three.verifier().verify(problem, "Ada knave, Ben knight, Cleo knave"))
                .isEqualTo(Verdict.CORRECT);
        assertThat(three.verifier().verify(problem, "Cleo knave,Ada knave,Ben knight"))
                .isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @CsvSource({
        "KNIGHT, true, false, true",
        "KNAVE, true, false, false",
        "SAME, true, true, true",
        "SAME, true, false, false",
        "DIFFERENT, true, false, true",
        "DIFFERENT, false, false, false",
        "SOME_KNIGHT, false, true, true",
        "SOME_KNIGHT, false, false, false",
        "SOME_KNAVE, true, true, false",
        "SOME_KNAVE, true, false, true",
        "IMPLIES, true, false, false",
        "IMPLIES, false, false, true",
        "IMPLIES, true, true, true"
    })
    void claims_mean_what_they_say(Claim claim, boolean first, boolean second, boolean holds) {
        assertThat(claim.holds(first, second)).isEqualTo(holds);
    }

    @Test
    void renamed_people_are_one_problem() {
        Problem renamed = three.problem(data("Joe same Una Mia, Una knight Mia, Mia knave Joe"));
        assertThat(renamed.id()).isEqualTo(problem.id());
        assertThat(three.problem(data("Ada implies Ben Cleo, Ben knave Ada, Cleo same Ada Ben"))
                        .id())
                .isNotEqualTo(three.problem(data("Ada implies Cleo Ben, Ben knave Ada, Cleo same Ada Ben"))
                        .id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada knave Ben, Ben knave Ada | of 3 people, one each, not of 2",
                "Ada knave Ben, Ben knave Ada, Ada knave Ben | a speaker, a claim",
                "Ada knave Dan, Ben knave Ada, Cleo knave Ada | a speaker, a claim",
                "Ada lies Ben, Ben knave Ada, Cleo knave Ada | a speaker, a claim",
                "Ada same Ben Ben, Ben knave Ada, Cleo knave Ada | a speaker, a claim",
                "Ada knave Ben Cleo, Ben knave Ada, Cleo knave Ada | a speaker, a claim",
                "ada knave Ben, Ben knave Cleo, Cleo knave Ben | a speaker, a claim",
                "Ada knave Ben, Ben knave Cleo, Cleo knave Ada | must have a solution",
            })
    void statements_of_your_own_are_checked(String statements, String reason) {
        assertThatThrownBy(() -> three.problem(data(statements)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new KnightsConfig("x", 2)).hasMessageContaining("people must be in [3, 8]: 2");
        assertThatThrownBy(() -> new KnightsConfig("", 3)).hasMessageContaining("name");
    }

    private static ObjectNode data(String statements) {
        return JsonNodeFactory.instance.objectNode().put("statements", statements);
    }
}
