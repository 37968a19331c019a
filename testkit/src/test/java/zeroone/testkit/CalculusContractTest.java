package zeroone.testkit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class CalculusContractTest {
    private static final Pattern TERM = Pattern.compile(
            "(-?\\d+)(\\*x(?:\\^(\\d+))?)?(\\*exp\\((-?\\d+)\\*x\\))?(\\*(sin|cos)(\\((\\d+)\\*x[^)]*\\)))?");

    @Nested
    class HardDerivatives extends CalculusContract {
        HardDerivatives() {
            super("derivative-hard", CalculusContractTest::derivative);
        }
    }

    @Nested
    class EasyIntegrals extends CalculusContract {
        EasyIntegrals() {
            super("integral-easy", CalculusContractTest::integral);
        }
    }

    @Nested
    class HardIntegrals extends CalculusContract {
        HardIntegrals() {
            super("integral-hard", CalculusContractTest::integral);
        }
    }

    /** Answers are compared at some places, with plain numbers. */
    abstract static class CalculusContract extends SolvedContract {
        private static final double[] PLACES = {0.31, 0.77, 1.13, -0.59};

        CalculusContract(String name, Function<Problem, String> solution) {
            super(name, solution);
        }

        @Override
        protected Opinion opinion(Problem problem, String answer) {
            boolean derivative = taskset().name().startsWith("derivative");
            boolean plain = true;
            try {
                for (double x : PLACES) {
                    PlainFormula.Point asked =
                            new PlainFormula(problem.data().get("function").stringValue(), x).point();
                    PlainFormula formula = new PlainFormula(answer.strip(), x);
                    PlainFormula.Point given = formula.point();
                    if (!(derivative ? given.isValue(asked.slope()) : given.hasSlope(asked.value()))) {
                        return Opinion.WRONG;
                    }
                    plain &= formula.plain();
                }
            } catch (IllegalArgumentException | StackOverflowError malformed) {
                return Opinion.WRONG;
            }
            return plain ? Opinion.RIGHT : Opinion.RIGHT_BUT_FOR_ITS_FORM;
        }
    }

    private static List<Matcher> terms(Problem problem) {
        List<Matcher> terms = new ArrayList<>();
        for (String term :
                problem.data().get("function").asString().replace(" - ", " + -").split(" \\+ ")) {
            Matcher matcher = TERM.matcher(term);
            if (!matcher.matches()) {
                throw new AssertionError(term);
            }
            terms.add(matcher);
        }
        return terms;
    }

    private static long number(Matcher term, int group, long otherwise) {
        return term.group(group) == null ? otherwise : Long.parseLong(term.group(group));
    }

    private static long power(Matcher term) {
        return term.group(2) == null ? 0 : number(term, 3, 1);
    }

    /** Factored: c·e^(ax)·(n·x^(n-1)·w + x^n·(a·w + b·w')), a form that the worked solutions never write. */
    private static String derivative(Problem problem) {
        List<String> parts = new ArrayList<>();
        for (Matcher term : terms(problem)) {
            long power = power(term);
            long rate = number(term, 5, 0);
            String wave = term.group(7) == null ? "1" : term.group(7) + term.group(8);
            String slope = term.group(7) == null
                    ? "0"
                    : (term.group(7).equals("sin") ? "cos" : "-sin") + term.group(8) + "*" + term.group(9);
            String inner = "x^" + power + "*(" + rate + "*" + wave + "+" + parenthesised(slope) + ")"
                    + (power == 0 ? "" : "+" + power + "*x^" + (power - 1) + "*" + wave);
            parts.add("(" + term.group(1) + ")*exp((" + rate + ")*x)*(" + inner.replace("*(-", "*(0-") + ")");
        }
        return String.join(" + ", parts);
    }

    private static String parenthesised(String text) {
        return "(" + text + ")";
    }

    /** Polynomials by the power rule; x^n·e^(ax)·w for n up to 1 by the known integrals. */
    private static String integral(Problem problem) {
        List<String> parts = new ArrayList<>();
        for (Matcher term : terms(problem)) {
            long power = power(term);
            String factor = "(" + term.group(1) + ")";
            if (term.group(4) == null) {
                parts.add(factor + "/" + (power + 1) + "*x^" + (power + 1));
                continue;
            }
            long a = number(term, 5, 0);
            long b = number(term, 9, 0);
            BigInteger square = BigInteger.valueOf(a * a + b * b);
            String same = term.group(7) + term.group(8);
            String other = (term.group(7).equals("sin") ? "cos" : "sin") + term.group(8);
            long sign = term.group(7).equals("sin") ? -1 : 1;
            String first = "((" + a + ")*" + same + "+(" + sign * b + ")*" + other + ")/" + square;
            // The integral of the first: the same rule on both parts, which gives (a²-b²)·w ± 2ab·w'.
            String second = "((" + (a * a - b * b) + ")*" + same + "+(" + sign * 2 * a * b + ")*" + other + ")/"
                    + square.pow(2);
            String exponential = "*exp((" + a + ")*x)*(";
            parts.add(factor + exponential + (power == 0 ? first : "x*" + first + "-" + second) + ")");
        }
        return String.join(" + ", parts);
    }
}
