package zeroone.testkit;

import java.util.List;
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

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            String[] rows =
                    problem.data().get("board").stringValue().replace(" ", "").split("/");
            List<String> squares = PlainAnswer.words(answer);
            if (squares.size() != rows.length
                    || !squares.stream().allMatch(square -> square.matches("[a-j]([1-9]|10)"))) {
                return Opinion.WRONG;
            }
            boolean right = true;
            for (int i = 0; i < squares.size(); i++) {
                int column = squares.get(i).charAt(0) - 'a';
                int row = Integer.parseInt(squares.get(i).substring(1)) - 1;
                right &= column < rows.length && row < rows.length && rows[row].charAt(column) != 'x';
                for (int j = 0; j < i; j++) {
                    int across = Math.abs(squares.get(j).charAt(0) - 'a' - column);
                    int down = Math.abs(Integer.parseInt(squares.get(j).substring(1)) - 1 - row);
                    right &= across != 0 && down != 0 && across != down;
                }
            }
            for (int row = 0; row < rows.length; row++) {
                int given = rows[row].indexOf('Q');
                right &= given < 0 || squares.contains((char) ('a' + given) + "" + (row + 1));
            }
            return Opinion.of(right);
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
