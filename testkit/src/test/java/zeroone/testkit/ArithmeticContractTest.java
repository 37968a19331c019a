package zeroone.testkit;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class ArithmeticContractTest {
    @Nested
    class EasyChains extends SolvedContract {
        EasyChains() {
            super("arithmetic-easy", problem -> evaluate(text(problem, "expression")));
        }
    }

    @Nested
    class HardChains extends SolvedContract {
        HardChains() {
            super("arithmetic-hard", problem -> evaluate(text(problem, "expression")));
        }
    }

    @Nested
    class EasyMultiplication extends SolvedContract {
        EasyMultiplication() {
            super("long-multiplication-easy", ArithmeticContractTest::product);
        }
    }

    @Nested
    class HardMultiplication extends SolvedContract {
        HardMultiplication() {
            super("long-multiplication-hard", ArithmeticContractTest::product);
        }
    }

    @Nested
    class EasyDivision extends SolvedContract {
        EasyDivision() {
            super("long-division-easy", ArithmeticContractTest::quotient);
        }
    }

    @Nested
    class HardDivision extends SolvedContract {
        HardDivision() {
            super("long-division-hard", ArithmeticContractTest::quotient);
        }
    }

    private static String text(Problem problem, String field) {
        return problem.data().get(field).asString();
    }

    private static String product(Problem problem) {
        return new BigInteger(text(problem, "left"))
                .multiply(new BigInteger(text(problem, "right")))
                .toString();
    }

    private static String quotient(Problem problem) {
        BigInteger[] parts =
                new BigInteger(text(problem, "dividend")).divideAndRemainder(new BigInteger(text(problem, "divisor")));
        return parts[0] + " r " + parts[1];
    }

    /** Dijkstra's two stacks. */
    private static String evaluate(String expression) {
        Deque<BigInteger> values = new ArrayDeque<>();
        Deque<Character> operators = new ArrayDeque<>();
        for (int i = 0; i < expression.length(); i++) {
            char symbol = expression.charAt(i);
            if (Character.isDigit(symbol)) {
                int end = i;
                while (end < expression.length() && Character.isDigit(expression.charAt(end))) {
                    end++;
                }
                values.push(new BigInteger(expression.substring(i, end)));
                i = end - 1;
            } else if (symbol == '(') {
                operators.push(symbol);
            } else {
                while (!operators.isEmpty()
                        && operators.peek() != '('
                        && binding(operators.peek()) >= binding(symbol)) {
                    reduce(values, operators.pop());
                }
                if (symbol == ')') {
                    operators.pop();
                } else {
                    operators.push(symbol);
                }
            }
        }
        while (!operators.isEmpty()) {
            reduce(values, operators.pop());
        }
        return values.pop().toString();
    }

    private static int binding(char operator) {
        return operator == ')' ? 0 : operator == '+' || operator == '-' ? 1 : 2;
    }

    private static void reduce(Deque<BigInteger> values, char operator) {
        BigInteger right = values.pop();
        BigInteger left = values.pop();
        values.push(
                switch (operator) {
                    case '+' -> left.add(right);
                    case '-' -> left.subtract(right);
                    case '*' -> left.multiply(right);
                    default -> left.divide(right);
                });
    }
}
