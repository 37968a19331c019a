package zeroone.testkit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import tools.jackson.databind.JsonNode;
import zeroone.tasks.Problem;

class EquationContractTest {
    @Nested
    class HardLinearEquations extends SolvedContract {
        HardLinearEquations() {
            super("linear-equation-hard", EquationContractTest::linear);
        }
    }

    @Nested
    class EasyQuadraticEquations extends QuadraticContract {
        EasyQuadraticEquations() {
            super("quadratic-equation-easy");
        }
    }

    @Nested
    class HardQuadraticEquations extends QuadraticContract {
        HardQuadraticEquations() {
            super("quadratic-equation-hard");
        }
    }

    @Nested
    class HardSystems extends SolvedContract {
        HardSystems() {
            super("linear-system-hard", problem -> system(problem, 3));
        }
    }

    /** The solutions are put into the equation, with plain numbers. */
    abstract static class QuadraticContract extends SolvedContract {
        QuadraticContract(String name) {
            super(name, EquationContractTest::quadratic);
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            if (solution(problem).equals("none") || answer.length() > 2_000) {
                return Opinion.of(answer.strip().equals(solution(problem)));
            }
            List<Double> wanted = new ArrayList<>(values(solution(problem)));
            try {
                for (double value : values(answer.strip())) {
                    if (!wanted.removeIf(root -> Math.abs(root - value) <= 1e-9 * Math.max(1, Math.abs(root)))) {
                        return Opinion.WRONG;
                    }
                }
            } catch (IllegalArgumentException | StackOverflowError malformed) {
                return Opinion.WRONG;
            }
            return !wanted.isEmpty()
                    ? Opinion.WRONG
                    : answer.matches("[^ ]+(, [^ ]+)?") && isPlain(answer)
                            ? Opinion.RIGHT
                            : Opinion.RIGHT_BUT_FOR_ITS_FORM;
        }

        private static List<Double> values(String answer) {
            return Stream.of(answer.split(", *| (?:or|and) ", -1))
                    .map(part -> new PlainFormula(part.strip(), 0).point().value())
                    .toList();
        }

        private static boolean isPlain(String answer) {
            for (String part : answer.split(", ", -1)) {
                PlainFormula formula = new PlainFormula(part, 0);
                try {
                    formula.point();
                } catch (IllegalArgumentException several) {
                    return false;
                }
                if (!formula.plain()) {
                    return false;
                }
            }
            return true;
        }
    }

    private static long number(Problem problem, String field, int index) {
        return problem.data().get(field).get(index).longValue();
    }

    private static String fraction(long numerator, long denominator) {
        long common = BigInteger.valueOf(numerator)
                        .gcd(BigInteger.valueOf(denominator))
                        .longValueExact()
                * Long.signum(denominator);
        return numerator / common + (denominator == common ? "" : "/" + denominator / common);
    }

    private static String linear(Problem problem) {
        long factors = number(problem, "left", 0) - number(problem, "right", 0);
        long constants = number(problem, "right", 0) * number(problem, "right", 1)
                + number(problem, "right", 2)
                - number(problem, "left", 0) * number(problem, "left", 1)
                - number(problem, "left", 2);
        return fraction(constants, factors);
    }

    private static String quadratic(Problem problem) {
        long a = problem.data().get("a").longValue();
        long b = problem.data().get("b").longValue();
        long under = b * b - 4 * a * problem.data().get("c").longValue();
        if (under < 0) {
            return "none";
        }
        long root = Math.round(Math.sqrt(under));
        if (root * root == under) {
            String low = fraction(-b - root, 2 * a);
            String high = fraction(-b + root, 2 * a);
            return root == 0 ? low : low.compareTo(high) < 0 ? low + ", " + high : high + ", " + low;
        }
        String scaled = "\\frac{" + -b + "%s\\sqrt{" + under + "}}{" + 2 * a + "}";
        return scaled.formatted("+") + ", " + scaled.formatted("-");
    }

    /** By elimination without division. */
    private static String system(Problem problem, int size) {
        List<long[]> rows = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            JsonNode row = problem.data().get("row" + i);
            rows.add(IntStream.range(0, size + 1)
                    .mapToLong(column -> row.get(column).longValue())
                    .toArray());
        }
        for (int column = 0; column < size; column++) {
            int from = column;
            while (rows.get(from)[column] == 0) {
                from++;
            }
            long[] pivot = rows.remove(from);
            rows.add(column, pivot);
            for (int i = 0; i < size; i++) {
                long[] row = rows.get(i);
                if (i != column && row[column] != 0) {
                    long times = row[column];
                    for (int j = 0; j <= size; j++) {
                        row[j] = row[j] * pivot[column] - pivot[j] * times;
                    }
                }
            }
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add("xyz".charAt(i) + "=" + fraction(rows.get(i)[size], rows.get(i)[i]));
        }
        return String.join(", ", values);
    }
}
