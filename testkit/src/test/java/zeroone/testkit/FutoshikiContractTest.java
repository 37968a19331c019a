package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.catalog.Tasks;

class FutoshikiContractTest {
    @Nested
    class FourTest extends Contract {
        FourTest() {
            super("futoshiki-4", 4);
        }
    }

    abstract static class Contract extends TasksetContract {
        private final String name;
        private final int size;

        Contract(String name, int size) {
            this.name = name;
            this.size = size;
        }

        @Override
        protected Taskset taskset() {
            return Tasks.named(name).problems();
        }

        @Override
        protected String solve(Problem problem) {
            String grid = problem.data().get("grid").stringValue();
            List<String> cells =
                    new ArrayList<>(List.of(grid.replace(" / ", " ").split(" ")));
            fill(cells, problem.data().get("signs").stringValue().split(", "), 0);
            StringBuilder rows = new StringBuilder(cells.getFirst());
            for (int cell = 1; cell < cells.size(); cell++) {
                rows.append(cell % size == 0 ? " / " : " ").append(cells.get(cell));
            }
            return rows.toString();
        }

        /** Fills the cells in reading order, in the plainest way. */
        private boolean fill(List<String> cells, String[] signs, int cell) {
            if (cell == cells.size()) {
                return true;
            }
            String before = cells.get(cell);
            for (int digit = 1; digit <= size; digit++) {
                if (before.equals("_") || before.equals("" + digit)) {
                    cells.set(cell, "" + digit);
                    if (holds(cells, signs) && fill(cells, signs, cell + 1)) {
                        return true;
                    }
                }
            }
            cells.set(cell, before);
            return false;
        }

        private boolean holds(List<String> cells, String[] signs) {
            for (int a = 0; a < cells.size(); a++) {
                for (int b = 0; b < a; b++) {
                    boolean peers = a / size == b / size || a % size == b % size;
                    if (peers && !cells.get(a).equals("_") && cells.get(a).equals(cells.get(b))) {
                        return false;
                    }
                }
            }
            for (String sign : signs) {
                String first = cells.get(cell(sign.substring(0, 2)));
                String second = cells.get(cell(sign.substring(3)));
                boolean open = first.equals("_") || second.equals("_");
                if (!open && sign.charAt(2) == '<' != first.compareTo(second) < 0) {
                    return false;
                }
            }
            return true;
        }

        private int cell(String name) {
            return (name.charAt(0) - 'A') * size + name.charAt(1) - '1';
        }
    }
}
