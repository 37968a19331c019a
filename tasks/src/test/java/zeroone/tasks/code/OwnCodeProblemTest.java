package zeroone.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.catalog.Tasks;
import zeroone.tasks.code.judge.JudgedTask;
import zeroone.tasks.code.judge.Language;
import zeroone.tasks.code.judge.ProgramLimits;

class OwnCodeProblemTest {
    private static final String SMALL = "{'task':'code','statement':'Add.','tests':[{'input':'1 2','output':'3'}]}";

    @Test
    void a_statement_and_tests_make_a_problem() {
        Problem problem = Tasks.named("code").problems().problem(data(SMALL));

        assertThat(problem.prompt())
                .startsWith("Add.\n\nAnswer with one code block")
                .contains("cpp or java or python");
        assertThat(problem.data().has("task")).isFalse();
        assertThat(Tasks.named("code").problems().problem(problem.data())).isEqualTo(problem);
        JudgedTask judged = CodeProblem.of(problem.data()).judged();
        assertThat(judged.points()).isEqualTo(100);
        assertThat(judged.limits()).isEqualTo(ProgramLimits.DEFAULT);
    }

    @Test
    void everything_can_be_said() {
        CodeProblem code = CodeProblem.of(data("{'statement':'Halve.','samples':[{'input':'1','output':'0.5'}],"
                + "'subtasks':[{'points':30,'tests':[{'input':'2','output':'1'}]},"
                + "{'points':50,'tests':[{'input':'3','output':'1.5'}]}],"
                + "'languages':['py'],'time_ms':50,'memory_mb':64,'checker':'numbers','tolerance':0.1,"
                + "'function':{'name':'half','parameters':[{'name':'n','type':'int'}],'returns':'real'}}"));

        assertThat(code.languages()).containsExactly(Language.PYTHON);
        assertThat(code.points()).isEqualTo(80);
        JudgedTask judged = code.judged();
        assertThat(judged.limits()).isEqualTo(new ProgramLimits(50, 64));
        assertThat(judged.checker().complaint(judged.samples().getFirst(), "0.55"))
                .isEmpty();
        assertThat(code.problem("code").prompt())
                .contains("- Python: def half(n: int) -> float:", "Example input:\n1\nExample output:\n0.5")
                .endsWith("Answer with the source in Python, in one code block or plain, and nothing else.")
                .doesNotContain("1.5", "C++");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'statement':''                      | must not be blank",
                "'statement':7                       | must be a text: 7",
                "'tests':[]                          | must be a list with something in it",
                "'tests':'1'                         | must be a list",
                "'tests':[1]                         | a test must be a JSON object",
                "'tests':[{'input':'1'}]             | \"output\" of a test must be a text: it is missing",
                "'tests':[{'input':'1','out':''}]    | no field \"out\"; it has input, output",
                "'subtasks':[]                       | either \"tests\" or \"subtasks\"",
                "'languages':['cobol']               | cpp or java or python: \"cobol\"",
                "'time_ms':0                         | [10, 60000] ms: 0",
                "'time_ms':1.5                       | \"time_ms\" must be a whole number",
                "'memory_mb':100000                  | [16, 4096] MiB",
                "'checker':'eval'                    | words or numbers",
                "'tolerance':0.1                     | must go with the checker numbers",
                "'times':1                           | no field \"times\"",
                "'function':{}                       | must be",
                "'function':{'name':'def','parameters':[{'name':'n','type':'int'}],'returns':'int'}    | \"def\"",
                "'function':{'name':'f','parameters':[{'name':'n;','type':'int'}],'returns':'int'}     | \"n;\"",
                "'function':{'name':'f','parameters':[{'name':'n','type':'float'}],'returns':'int'}    | \"float\"",
                "'function':{'name':'f','parameters':[{'name':'n','type':'real'}],'returns':'int'}     | must not be real"
            })
    void what_describes_no_problem_is_refused(String field, String words) {
        ObjectNode data = data(SMALL);
        ObjectNode changed = data("{" + field + "}");
        changed.properties().forEach(entry -> data.set(entry.getKey(), entry.getValue()));

        assertThatThrownBy(() -> Tasks.named("code").problems().problem(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_generated_problem_is_read_as_strictly() {
        for (String text : new String[] {
            "{'kind':'top-k'}",
            "{'kind':'top-k','knobs':{'every':1,'limit':1},'seed':'1','form':'program'}",
            "{'kind':'top-k','knobs':{'every':1,'limit':'1'},'seed':1,'form':'program'}",
            "{'kind':'top-k','knobs':{'every':1,'limit':1},'seed':1,'form':'essay'}",
            "{'kind':'top-k','knobs':{'every':1,'limit':1000},'seed':1,'form':'program'}",
            "{'kind':'top','knobs':{'every':1,'limit':1},'seed':1,'form':'program'}"
        }) {
            assertThatThrownBy(() -> CodeProblem.of(data(text)))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be");
        }
    }

    private static ObjectNode data(String json) {
        return (ObjectNode) new JsonMapper().readTree(json.replace('\'', '"'));
    }
}
