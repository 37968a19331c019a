package zeroone.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class MazeContractTest {
    @Nested
    class FiveTest extends Contract {
        FiveTest() {
            super("maze-5");
        }
    }

    @Nested
    class EightTest extends Contract {
        EightTest() {
            super("maze-8");
        }
    }

    abstract static class Contract extends NamedTasksetContract {

        Contract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String maze = framed(problem);
            return String.join(
                    " ",
                    PlainSearch.shortest(
                            maze.indexOf('S'), cell -> maze.charAt(cell) == 'G', cell -> next(maze, cell)));
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            String maze = framed(problem);
            return Opinion.of(PlainSearch.reaches(
                    maze.indexOf('S'),
                    cell -> maze.charAt(cell) == 'G',
                    cell -> next(maze, cell),
                    PlainAnswer.words(answer),
                    problem.data().get("moves").intValue()));
        }

        /** A frame of walls spares the question where the edge is. */
        private static String framed(Problem problem) {
            String[] rows =
                    problem.data().get("maze").stringValue().replace(" ", "").split("/");
            int width = rows.length + 1;
            return "#".repeat(width) + String.join("#", rows) + "#".repeat(width + 1);
        }

        private static Map<String, Integer> next(String maze, int cell) {
            int width = (int) Math.sqrt(maze.length());
            while (width * (width + 1) + 1 < maze.length()) {
                width++;
            }
            Map<String, Integer> next = new LinkedHashMap<>();
            Map.of("L", -1, "R", 1, "U", -width, "D", width).forEach((move, by) -> {
                if (maze.charAt(cell + by) != '#') {
                    next.put(move, cell + by);
                }
            });
            return next;
        }
    }
}
