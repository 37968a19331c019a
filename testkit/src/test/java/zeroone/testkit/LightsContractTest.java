package zeroone.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class LightsContractTest {
    @Nested
    class FourTest extends Contract {
        FourTest() {
            super("lights-4");
        }
    }

    @Nested
    class FiveTest extends Contract {
        FiveTest() {
            super("lights-5");
        }
    }

    abstract static class Contract extends NamedTasksetContract {

        Contract(String name) {
            super(name);
        }

        /** Tries all first rows and chases the lights down: a lamp that is on is switched by the one below it. */
        @Override
        protected String solve(Problem problem) {
            String[] rows =
                    problem.data().get("lamps").stringValue().replace(" ", "").split("/");
            for (int first = 0; first < 1 << rows.length; first++) {
                boolean[][] on = new boolean[rows.length + 2][rows.length + 2];
                for (int row = 0; row < rows.length; row++) {
                    for (int column = 0; column < rows.length; column++) {
                        on[row + 1][column + 1] = rows[row].charAt(column) == '*';
                    }
                }
                StringJoiner pressed = new StringJoiner(" ");
                for (int row = 1; row <= rows.length; row++) {
                    for (int column = 1; column <= rows.length; column++) {
                        boolean press = row == 1 ? (first & 1 << column - 1) != 0 : on[row - 1][column];
                        if (press) {
                            pressed.add((char) ('a' + column - 1) + "" + row);
                            on[row][column] ^= true;
                            on[row - 1][column] ^= true;
                            on[row + 1][column] ^= true;
                            on[row][column - 1] ^= true;
                            on[row][column + 1] ^= true;
                        }
                    }
                }
                boolean dark = true;
                for (int column = 1; column <= rows.length; column++) {
                    dark &= !on[rows.length][column];
                }
                if (dark) {
                    return pressed.toString();
                }
            }
            throw new AssertionError("no solution: " + problem.prompt());
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            String lamps = problem.data().get("lamps").stringValue();
            Set<String> on = new HashSet<>();
            int size = lamps.split("/").length;
            String marks = lamps.replaceAll("[ /]", "");
            for (int cell = 0; cell < marks.length(); cell++) {
                if (marks.charAt(cell) == '*') {
                    on.add(name(cell % size, cell / size));
                }
            }
            Set<String> pressed = new HashSet<>();
            for (String lamp : PlainAnswer.words(answer)) {
                boolean exists =
                        lamp.matches("[a-z][1-9]") && lamp.charAt(0) < 'a' + size && lamp.charAt(1) <= '0' + size;
                if (!exists || !pressed.add(lamp)) {
                    return Opinion.WRONG;
                }
                int column = lamp.charAt(0) - 'a';
                int row = lamp.charAt(1) - '1';
                for (String switched : List.of(
                        lamp,
                        name(column - 1, row),
                        name(column + 1, row),
                        name(column, row - 1),
                        name(column, row + 1))) {
                    // What is beyond the edge is switched twice or not at all, and never counted.
                    if (!on.remove(switched)) {
                        on.add(switched);
                    }
                }
            }
            on.removeIf(
                    lamp -> !lamp.matches("[a-z][1-9]") || lamp.charAt(0) >= 'a' + size || lamp.charAt(1) > '0' + size);
            return Opinion.of(on.isEmpty() && !pressed.isEmpty());
        }

        private static String name(int column, int row) {
            return (char) ('a' + column) + "" + (row + 1);
        }
    }
}
