package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class SurvoContractTest {
    @Nested
    class NineTest extends Contract {
        NineTest() {
            super("survo-9", 3);
        }
    }

    abstract static class Contract extends NamedTasksetContract {
        private final int columns;

        Contract(String name, int columns) {
            super(name);
            this.columns = columns;
        }

        @Override
        protected String solve(Problem problem) {
            String grid = problem.data().get("grid").stringValue();
            List<Integer> cells = new ArrayList<>();
            for (String cell : grid.replace(" / ", " ").split(" ")) {
                cells.add(cell.equals("_") ? 0 : Integer.parseInt(cell));
            }
            String[] rows = problem.data().get("rows").stringValue().split(", ");
            String[] sums = problem.data().get("columns").stringValue().split(", ");
            if (!fill(cells, rows, sums)) {
                throw new AssertionError("no solution: " + problem.prompt());
            }
            StringBuilder text = new StringBuilder();
            for (int cell = 0; cell < cells.size(); cell++) {
                text.append(cell == 0 ? "" : cell % columns == 0 ? " / " : " ").append(cells.get(cell));
            }
            return text.toString();
        }

        private boolean fill(List<Integer> cells, String[] rows, String[] sums) {
            for (int row = 0; row < rows.length; row++) {
                if (!possible(cells, row * columns, 1, columns, Integer.parseInt(rows[row]))) {
                    return false;
                }
            }
            for (int column = 0; column < columns; column++) {
                if (!possible(cells, column, columns, rows.length, Integer.parseInt(sums[column]))) {
                    return false;
                }
            }
            int blank = cells.indexOf(0);
            for (int number = 1; blank >= 0 && number <= cells.size(); number++) {
                if (!cells.contains(number)) {
                    cells.set(blank, number);
                    if (fill(cells, rows, sums)) {
                        return true;
                    }
                    cells.set(blank, 0);
                }
            }
            return blank < 0;
        }

        private static boolean possible(List<Integer> cells, int first, int step, int count, int wanted) {
            int sum = 0;
            boolean open = false;
            for (int i = 0; i < count; i++) {
                sum += cells.get(first + i * step);
                open |= cells.get(first + i * step) == 0;
            }
            return open ? sum < wanted : sum == wanted;
        }
    }
}
