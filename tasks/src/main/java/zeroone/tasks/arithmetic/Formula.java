package zeroone.tasks.arithmetic;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/** A sum as a tree of operations on whole numbers; every division leaves no remainder. */
sealed interface Formula {
    /** Times, then plus: how tightly what is written last binds. */
    int binding();

    BigInteger value();

    /** The number of operations. */
    int operations();

    /** Operations inside one another. */
    int depth();

    /** As it is written, with brackets only where they are needed. */
    String text();

    /** A number that is not negative. */
    record Number(BigInteger value) implements Formula {
        @Override
        public int binding() {
            return 3;
        }

        @Override
        public int operations() {
            return 0;
        }

        @Override
        public int depth() {
            return 0;
        }

        @Override
        public String text() {
            return value.toString();
        }
    }

    /** One of + - * / on two formulas; the value is worked out once. */
    record Operation(Formula left, char operator, Formula right, BigInteger value) implements Formula {
        static Operation of(Formula left, char operator, Formula right) {
            return new Operation(left, operator, right, apply(left.value(), operator, right.value()));
        }

        static BigInteger apply(BigInteger left, char operator, BigInteger right) {
            return switch (operator) {
                case '+' -> left.add(right);
                case '-' -> left.subtract(right);
                case '*' -> left.multiply(right);
                case '/' -> left.divide(right);
                default -> throw new IllegalArgumentException("an operator is one of + - * /, not " + operator);
            };
        }

        @Override
        public int binding() {
            return operator == '*' || operator == '/' ? 2 : 1;
        }

        @Override
        public int operations() {
            return 1 + left.operations() + right.operations();
        }

        @Override
        public int depth() {
            return 1 + Math.max(left.depth(), right.depth());
        }

        @Override
        public String text() {
            String first = left.binding() < binding() ? "(" + left.text() + ")" : left.text();
            return first + operator + (right.binding() > binding() ? right.text() : "(" + right.text() + ")");
        }
    }

    /**
     * Draws a formula whose intermediate results stay within a limit.
     *
     * @param operations how many, at least 0
     * @param largest the largest number written down
     */
    static Formula draw(int operations, int largest, RandomGenerator random) {
        if (operations == 0) {
            return new Number(BigInteger.valueOf(1 + random.nextInt(largest)));
        }
        BigInteger limit = BigInteger.valueOf(largest).multiply(BigInteger.valueOf(100));
        while (true) {
            int leftOperations = random.nextInt(operations);
            Formula left = draw(leftOperations, largest, random);
            Formula right = draw(operations - 1 - leftOperations, largest, random);
            char operator = "+-*/".charAt(random.nextInt(4));
            if (operator == '/' && right instanceof Number && left instanceof Number) {
                left = new Number(left.value().multiply(right.value()));
            }
            boolean divides = right.value().signum() != 0
                    && left.value().mod(right.value().abs()).signum() == 0;
            if (operator == '/' && !divides) {
                operator = "+-*".charAt(random.nextInt(3));
            }
            Operation operation = Operation.of(left, operator, right);
            if (operation.value().abs().compareTo(limit) <= 0) {
                return operation;
            }
        }
    }
}
