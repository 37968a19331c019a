package zeroone.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import zeroone.tasks.code.judge.Language;

class CodeAnswerTest {
    private static final Set<Language> ALL = EnumSet.allOf(Language.class);
    private static final Set<Language> PYTHON = EnumSet.of(Language.PYTHON);

    @Test
    void a_block_says_its_language() throws Exception {
        assertThat(CodeAnswer.read("```python\nprint(1)\n```", ALL))
                .isEqualTo(new CodeAnswer(Language.PYTHON, "print(1)\n"));
        assertThat(CodeAnswer.read("\n ```C++\nint main() {}\n\n```\n", ALL))
                .isEqualTo(new CodeAnswer(Language.CPP, "int main() {}\n\n"));
        assertThat(CodeAnswer.read("```java\n```", ALL)).isEqualTo(new CodeAnswer(Language.JAVA, "\n"));
    }

    @Test
    void with_one_language_the_mark_and_the_block_may_be_left_out() throws Exception {
        CodeAnswer expected = new CodeAnswer(Language.PYTHON, "  print(1)\n");

        assertThat(CodeAnswer.read("```\n  print(1)\n```", PYTHON)).isEqualTo(expected);
        assertThat(CodeAnswer.read("  print(1)\n", PYTHON)).isEqualTo(expected);
    }

    @Test
    void anything_beside_the_block_is_refused() {
        String block = "```python\nprint(1)\n```";
        refuses("Here it is:\n" + block, ALL, "before its code block");
        refuses(block + "\nIt prints 1.", ALL, "after its code block");
        refuses(block + "\n" + block, ALL, "after its code block");
        refuses(block + "`", ALL, "after its code block");
        refuses("```python\nprint(1)", ALL, "does not end");
        refuses("```python print(1) ```", ALL, "before its code block");
        refuses("```", ALL, "before its code block");
    }

    @Test
    void a_language_that_is_unknown_or_not_asked_for_is_refused() {
        refuses("```brainfuck\n+\n```", ALL, "\"brainfuck\"");
        refuses("```" + "x".repeat(1_000) + "\n+\n```", ALL, "xxx…");
        refuses("```\nprint(1)\n```", ALL, "cpp or java or python");
        refuses("```java\nclass Main {}\n```", PYTHON, "must be python");
        refuses("print(1)", ALL, "names no language");
    }

    @Test
    void an_endless_answer_is_refused() {
        refuses("x".repeat(1 << 20), PYTHON, "65536 are allowed");
    }

    private static void refuses(String answer, Set<Language> languages, String words) {
        assertThatThrownBy(() -> CodeAnswer.read(answer, languages))
                .isInstanceOf(CodeAnswer.Malformed.class)
                .hasMessageContaining(words);
    }
}
