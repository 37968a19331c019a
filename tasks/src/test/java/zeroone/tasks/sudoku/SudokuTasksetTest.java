package zeroone.tasks.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.text.CounterRandom;

class SudokuTasksetTest {
    private final Taskset four = Sudoku.task(SudokuConfig.FOUR).problems();

    @Test
    void every_puzzle_has_one_solution_and_the_promised_number_of_blanks() {
        for (SudokuConfig config : new SudokuConfig[] {SudokuConfig.FOUR, SudokuConfig.SIX, SudokuConfig.NINE}) {
            Taskset tasks = Sudoku.task(config).problems();
            for (int i = 0; i < 100; i++) {
                Problem problem = tasks.problem(Split.values()[i % 3], 4, i);
                SudokuGrid puzzle = SudokuTaskset.puzzle(config.shape(), problem);
                assertThat(puzzle.blanks()).hasSizeBetween(config.minBlanks(), config.maxBlanks());
                assertThat(solutions(puzzle, puzzle.blanks(), 0)).isEqualTo(1);
                assertThat(problem.prompt()).isEqualTo("Sudoku: " + puzzle.written() + ".");
            }
        }
    }

    @Test
    void small_grids_name_every_cell_and_large_ones_none() {
        assertThat(four.problem(grid("1 _ _ 4 / _ _ 1 _ / _ 1 _ _ / 4 _ _ 1")).prompt())
                .isEqualTo("Sudoku: a1 b_ c_ d4 / e_ f_ g1 h_ / i_ j1 k_ l_ / m4 n_ o_ p1.");
        assertThat(Sudoku.task(SudokuConfig.SIX)
                        .problems()
                        .problem(Split.TRAIN, 1, 1)
                        .prompt())
                .matches("Sudoku: [1-6_](?: [1-6_]){5}(?: / [1-6_](?: [1-6_]){5}){5}\\.");
        assertThat(Sudoku.task(SudokuConfig.NINE)
                        .problems()
                        .problem(Split.TRAIN, 1, 1)
                        .prompt())
                .matches("Sudoku: [1-9_](?: [1-9_]){8}(?: / [1-9_](?: [1-9_]){8}){8}\\.");
    }

    @Test
    void a_grid_may_be_given_with_names_or_without() {
        Problem plain = four.problem(grid("1 _ _ 4 / _ _ 1 _ / _ 1 _ _ / 4 _ _ 1"));
        assertThat(four.problem(grid("a1 b_ c_ d4 / e_ f_ g1 h_ / i_ j1 k_ l_ / m4 n_ o_ p1")))
                .isEqualTo(plain);
        assertThat(plain.data().get("grid").asString()).isEqualTo("1 _ _ 4 / _ _ 1 _ / _ 1 _ _ / 4 _ _ 1");
    }

    @Test
    void relabelled_puzzles_are_one_problem() {
        SudokuGrid puzzle = SudokuTaskset.puzzle(SudokuShape.FOUR, four.problem(Split.TRAIN, 1, 1));
        int[] relabelled =
                IntStream.of(puzzle.digits()).map(d -> d == 0 ? 0 : d % 4 + 1).toArray();
        assertThat(new SudokuGrid(SudokuShape.FOUR, relabelled).canonicalForm()).isEqualTo(puzzle.canonicalForm());
        assertThat(new SudokuGrid(SudokuShape.FOUR, relabelled)).isNotEqualTo(puzzle);
    }

    @Test
    void symmetries_keep_a_grid_valid() {
        for (SudokuShape shape : new SudokuShape[] {SudokuShape.SIX, SudokuShape.NINE}) {
            SudokuGrid full = SudokuSolver.draw(shape, CounterRandom.of(1).sequence());
            for (int i = 0; i < 50; i++) {
                SudokuGrid moved = SudokuSymmetry.draw(
                                shape, CounterRandom.of(2, i).sequence())
                        .apply(full);
                assertThat(SudokuSolver.solve(moved)).contains(moved);
                assertThat(moved).isNotEqualTo(full);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 _ _ 4 / _ _ 2 _ / _ 3 _ _ | \"grid\" has 3 rows, not 4",
                "1 1 _ _ / _ _ _ _ / _ _ _ _ / _ _ _ _ | \"grid\" has no solution",
                "1 2 _ _ / _ _ 3 _ / _ _ _ _ / _ _ _ 4 | \"grid\" has no solution",
                "1 9 _ _ / _ _ _ _ / _ _ _ _ / _ _ _ _ | \"grid\" has \"9\" in row 1, column 2",
            })
    void grids_of_your_own_are_checked(String grid, String reason) {
        assertThatThrownBy(() -> four.problem(grid(grid)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void data_without_a_grid_are_refused() {
        assertThatThrownBy(
                        () -> four.problem(JsonNodeFactory.instance.objectNode().put("grid", 3)))
                .hasMessageContaining("\"grid\" must be a text such as");
        assertThatThrownBy(() -> four.problem(JsonNodeFactory.instance.objectNode()))
                .hasMessageContaining("\"grid\" must be a text such as");
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new SudokuConfig("x", 5, 1, 2)).hasMessageContaining("size must be 4, 6 or 9: 5");
        assertThatThrownBy(() -> new SudokuConfig("x", 4, 8, 7)).hasMessageContaining("8 to 7");
        assertThatThrownBy(() -> new SudokuConfig("x", 9, 8, 70)).hasMessageContaining("8 to 70");
    }

    private static ObjectNode grid(String grid) {
        return JsonNodeFactory.instance.objectNode().put("grid", grid);
    }

    /** Counts solutions in the plainest way, up to two. */
    private static int solutions(SudokuGrid grid, List<Integer> blanks, int next) {
        if (next == blanks.size()) {
            return 1;
        }
        // Fewest candidates first, or the plain search takes too long on 9×9.
        int cell = blanks.stream()
                .filter(blank -> grid.digit(blank) == 0)
                .min(Comparator.comparingInt(blank -> Integer.bitCount(grid.candidates(blank))))
                .orElseThrow();
        int found = 0;
        for (int digit = 1; digit <= grid.shape().size() && found < 2; digit++) {
            if ((grid.candidates(cell) & 1 << digit) != 0) {
                found += solutions(grid.with(cell, digit), blanks, next + 1);
            }
        }
        return found;
    }
}
