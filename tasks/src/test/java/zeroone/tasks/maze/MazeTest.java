package zeroone.tasks.maze;

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

class MazeTest {
    private final Taskset three =
            MazeTasks.task(new MazeConfig("maze-3", 3, .2, 2)).problems();
    private final Problem problem = three.problem(data("S . . / . # . / . . G", 4));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Go from S to G in as few moves as possible. Walls # are closed. Moves: U up, D down, L left, R"
                                + " right, one cell each. Rows from top to bottom: S . . / . # . / . . G. Answer with the moves in"
                                + " the form R R D.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R D | has \"D\" as move 2, which is not possible from b1",
                "U | has \"U\" as move 1, which is not possible from a1",
                "R R D | ends at c2, which is not the goal",
                "R L D D R R | has 6 moves; 4 are enough",
                "RRDD | has \"RRDD\" as move 1, which is not possible from a1",
                "r r d d | has \"r\" as move 1, which is not possible from a1",
                "R, R, D, D | has \"R,\" as move 1, which is not possible from a1",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(three.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_every_shortest_way() {
        assertThat(three.verifier().verify(problem, "R R D D")).isEqualTo(Verdict.CORRECT);
        assertThat(three.verifier().verify(problem, "D D R R")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void turned_mazes_are_one_problem() {
        Problem one = three.problem(data("S . # / . . . / . # G", 4));
        assertThat(three.problem(data("# . S / . . . / G # .", 4)).id()).isEqualTo(one.id());
        assertThat(three.problem(data("S . . / . . . / # # G", 4)).id()).isNotEqualTo(one.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S . . / . # . / . . . | 4 | one S and one G",
                "S S . / . # . / . . G | 4 | one S and one G",
                "S . . / . # . / . G | 4 | has 2 cells in row 3, not 3",
                "S . . / . ? . / . . G | 4 | it has \"?\"",
                "S # . / # . . / . . G | 4 | must have a solution",
                "S . . / . # . / . . G | 6 | \"moves\" must be the fewest possible, 4, and not 0: 6",
                "S . . / . # . / . . G | 3 | \"moves\" must be the fewest possible, 4, and not 0: 3",
            })
    void mazes_of_your_own_are_checked(String maze, int moves, String reason) {
        assertThatThrownBy(() -> three.problem(data(maze, moves)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new MazeConfig("x", 2, .2, 1)).hasMessageContaining("size must be in [3, 20]: 2");
        assertThatThrownBy(() -> new MazeConfig("x", 5, .7, 1)).hasMessageContaining("[0, 0.6]: 0.7");
        assertThatThrownBy(() -> new MazeConfig("x", 5, .2, 9)).hasMessageContaining("minMoves must be in [1, 8]");
    }

    private static ObjectNode data(String maze, int moves) {
        return JsonNodeFactory.instance.objectNode().put("maze", maze).put("moves", moves);
    }
}
