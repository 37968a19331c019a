package zeroone.testkit;

import java.util.StringJoiner;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class QueensContractTest {
    @Nested
    class SixTest extends Contract {
        SixTest() {
            super("queens-6");
        }
    }

    @Nested
    class EightTest extends Contract {
        EightTest() {
            super("queens-8");
        }
    }

    abstract static class Contract extends NamedTasksetContract {

        /** Several answers are right, and the plain solver finds one of them. */
        @Override
        protected boolean hasOtherRightAnswers() {
            return true;
        }

        Contract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String[] rows =
                    problem.data().get("board").stringValue().replace(" ", "").split("/");
            int[] queens = new int[rows.length];
            if (!place(rows, queens, 0)) {
                throw new AssertionError("no solution: " + problem.prompt());
            }
            StringJoiner squares = new StringJoiner(" ");
            for (int row = 0; row < queens.length; row++) {
                squares.add((char) ('a' + queens[row]) + "" + (row + 1));
            }
            return squares.toString();
        }

        /** Row by row: the column of each queen. */
        private boolean place(String[] rows, int[] queens, int row) {
            if (row == rows.length) {
                return true;
            }
            for (int column = 0; column < rows.length; column++) {
                boolean free = rows[row].charAt(column) != 'x'
                        && (rows[row].indexOf('Q') < 0 || rows[row].charAt(column) == 'Q');
                for (int before = 0; before < row; before++) {
                    int distance = Math.abs(queens[before] - column);
                    free &= distance != 0 && distance != row - before;
                }
                queens[row] = column;
                if (free && place(rows, queens, row + 1)) {
                    return true;
                }
            }
            return false;
        }
    }
}
