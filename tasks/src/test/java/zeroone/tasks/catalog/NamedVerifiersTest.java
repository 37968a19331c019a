package zeroone.tasks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.tasks.Verdict;

class NamedVerifiersTest {
    @TempDir
    private Path directory;

    @Test
    void the_verifiers_of_other_packages_are_found_by_name() {
        for (String name : new String[] {"exact", "number", "choice", "regex", "math", "code"}) {
            assertThat(NamedVerifiers.named(name).name()).isEqualTo(name);
        }
        assertThatThrownBy(() -> NamedVerifiers.named("vibes"))
                .hasMessageContaining("must be one of exact, number, choice, regex, ");
    }

    @Test
    void mathematics_and_programs_can_be_asked_for_in_a_file() throws IOException {
        Path file = Files.writeString(directory.resolve("own.jsonl"), """
                {"question":"What is the square root of 8?","answer":"2\\\\sqrt{2}","verifier":"math"}
                {"question":"Print the sum of two numbers.","tests":[{"input":"1 2","output":"3"}],"verifier":"code"}
                """);
        ProblemFile read = ProblemFile.read(file);
        ProblemFile.Entry root = read.entries().getFirst();
        assertThat(root.verifier().verify(root.problem(), "\\sqrt{8}")).isEqualTo(Verdict.CORRECT);
        assertThat(root.verifier().verify(root.problem(), "3")).isInstanceOf(Verdict.Incorrect.class);
        ProblemFile.Entry sum = read.entries().getLast();
        assertThat(sum.problem().prompt()).startsWith("Print the sum of two numbers.\n");
        assertThat(sum.verifier().verify(sum.problem(), "")).isEqualTo(Verdict.NO_ANSWER);
        Path bad = Files.writeString(
                directory.resolve("bad.jsonl"), "{\"question\":\"Q\",\"answer\":\"((\",\"verifier\":\"math\"}\n");
        assertThatThrownBy(() -> ProblemFile.read(bad)).isInstanceOf(IllegalArgumentException.class);
    }
}
