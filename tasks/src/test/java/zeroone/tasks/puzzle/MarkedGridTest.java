package zeroone.tasks.puzzle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class MarkedGridTest {
    @Test
    void is_written_and_read_row_by_row() {
        MarkedGrid grid = new MarkedGrid(2, "ab#a");
        assertThat(grid).hasToString("a b / # a");
        assertThat(read("a b / # a")).isEqualTo(grid);
        assertThat(grid.count('a')).isEqualTo(2);
        assertThat(grid.at(2)).isEqualTo('#');
    }

    @Test
    void turned_and_mirrored_grids_have_one_form() {
        assertThat(new MarkedGrid(2, "ab##").leastSymmetric()).isEqualTo("##ab");
        for (String moved : new String[] {"ba##", "##ba", "##ab", "a#b#", "#a#b", "b#a#", "#b#a"}) {
            assertThat(new MarkedGrid(2, moved).leastSymmetric()).as(moved).isEqualTo("##ab");
        }
        assertThat(new MarkedGrid(2, "a##b").leastSymmetric()).isNotEqualTo("##ab");
    }

    @Test
    void other_marks_and_sizes_are_refused() {
        assertThatThrownBy(() -> read("a b / c a")).hasMessageContaining("each one of a b #; it has \"c\"");
        assertThatThrownBy(() -> read("a bb / # a")).hasMessageContaining("it has \"bb\"");
        assertThatThrownBy(() -> read("a b")).hasMessageContaining("it has 1 rows, not 2");
        assertThatThrownBy(() -> new MarkedGrid(2, "abc")).hasMessageContaining("must have 4 marks, not 3");
    }

    private static MarkedGrid read(String text) {
        return MarkedGrid.read(
                new PuzzleData(JsonNodeFactory.instance.objectNode().put("grid", text)), "grid", 2, "ab#");
    }
}
