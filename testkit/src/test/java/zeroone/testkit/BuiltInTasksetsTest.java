package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import tools.jackson.databind.JsonNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.catalog.Tasks;
import zeroone.tasks.countdown.CountdownConfig;
import zeroone.tasks.countdown.CountdownSolver;
import zeroone.text.CounterRandom;

class BuiltInTasksetsTest {
    @Nested
    class CountdownThreeTest extends CountdownContract {
        CountdownThreeTest() {
            super(CountdownConfig.THREE);
        }
    }

    @Nested
    class CountdownFourTest extends CountdownContract {
        CountdownFourTest() {
            super(CountdownConfig.FOUR);
        }
    }

    @Nested
    class CountdownTenToHundredTest extends CountdownContract {
        CountdownTenToHundredTest() {
            super(CountdownConfig.TEN_TO_HUNDRED);
        }
    }

    @Nested
    class SudokuFourTest extends SudokuContract {
        SudokuFourTest() {
            super("sudoku-4", 2, 2);
        }
    }

    @Nested
    class SudokuSixTest extends SudokuContract {
        SudokuSixTest() {
            super("sudoku-6", 2, 3);
        }
    }

    @Nested
    class SudokuNineTest extends SudokuContract {
        SudokuNineTest() {
            super("sudoku-9", 3, 3);
        }
    }

    @Nested
    class WhichSumTest extends TasksetContract {
        @Override
        protected Taskset taskset() {
            return Tasks.named("which-sum").problems();
        }

        /** The worked solutions of this task are always right. */
        @Override
        protected String solve(Problem problem) {
            return Tasks.named("which-sum")
                    .workedSolutions()
                    .write(problem, CounterRandom.of(0).sequence())
                    .answer();
        }
    }

    abstract static class CountdownContract extends TasksetContract {
        private final CountdownConfig config;

        CountdownContract(CountdownConfig config) {
            this.config = config;
        }

        @Override
        protected Taskset taskset() {
            return Tasks.named(config.name()).problems();
        }

        @Override
        protected String solve(Problem problem) {
            return new CountdownSolver(config).solve(problem).orElseThrow();
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            return Opinion.of(PlainCountdown.right(problem, answer, config.wholeOnly()));
        }
    }

    abstract static class SudokuContract extends TasksetContract {
        private final String name;
        private final int boxRows;
        private final int boxColumns;

        SudokuContract(String name, int boxRows, int boxColumns) {
            this.name = name;
            this.boxRows = boxRows;
            this.boxColumns = boxColumns;
        }

        @Override
        protected Taskset taskset() {
            return Tasks.named(name).problems();
        }

        @Override
        protected String solve(Problem problem) {
            JsonNode grid = problem.data().get("grid");
            List<String> cells = new ArrayList<>(
                    List.of(grid.stringValue().replace(" / ", " ").split(" ")));
            PlainSudoku.fill(cells, boxRows, boxColumns);
            int size = boxRows * boxColumns;
            return String.join(
                    " / ",
                    IntStream.range(0, size)
                            .mapToObj(row -> String.join(" ", cells.subList(row * size, (row + 1) * size)))
                            .toList());
        }

        /** Line breaks may stand for slashes, and the cells of small grids may be named. */
        @Override
        protected Opinion opinion(Problem problem, String answer) {
            if (answer.length() > 1_000) {
                return Opinion.WRONG;
            }
            String plain = answer.replaceAll("\\s*[\n/]\\s*", " / ").replaceAll("[a-p] ?([1-9])", "$1");
            return answer.equals(solution(problem)) || super.opinion(problem, plain) == Opinion.WRONG
                    ? super.opinion(problem, plain)
                    : Opinion.RIGHT_BUT_FOR_ITS_FORM;
        }
    }
}
