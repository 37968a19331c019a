package zeroone.cli.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.tasks.Task;
import zeroone.tasks.catalog.Tasks;

class GalleryTest {
    private static final Path DOCUMENT = Path.of("../docs/TASKS.md");

    @Test
    void the_document_in_the_repository_is_that_of_the_tasks_there_are() throws IOException {
        assertThat(new Gallery(Tasks.all()).markdown())
                .as("run ./zeroone tasks gallery > docs/TASKS.md")
                .isEqualTo(Files.readString(DOCUMENT));
    }

    @Test
    void levels_of_one_domain_are_put_together() {
        assertThat(Domain.of(Tasks.all()))
                .filteredOn(domain ->
                        domain.name().equals("countdown") || domain.name().equals("which-sum"))
                .extracting(domain -> domain.tasks().stream().map(Task::name).toList())
                .containsExactly(List.of("countdown-3", "countdown-4", "countdown-10-100"), List.of("which-sum"));
    }

    @Test
    void every_domain_shows_problems_a_solution_and_verdicts() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Domain domain : Domain.of(Tasks.all())) {
            String section =
                    document.split("\n## " + domain.name() + "\n", -1)[1].split("\n## ", -1)[0];
            assertThat(section.split("(```|~~~~)text\n", -1)).as(domain.name()).hasSize(4);
            // Programs are not run for a document that must be the same on every machine.
            if (!domain.name().startsWith("code")) {
                assertThat(section).as(domain.name()).contains("| correct |", "| incorrect: ", "| no answer |");
            }
        }
    }
}
