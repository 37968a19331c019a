package zeroone.testkit;

import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class NumberContractTest {
    @Nested
    class HardCommonDivisors extends SolvedContract {
        HardCommonDivisors() {
            super("common-divisor-hard", NumberContractTest::divisor);
        }
    }

    @Nested
    class EasyInverses extends SolvedContract {
        EasyInverses() {
            super("modular-inverse-easy", NumberContractTest::inverse);
        }
    }

    @Nested
    class EasyPowers extends SolvedContract {
        EasyPowers() {
            super("power-remainder-easy", NumberContractTest::power);
        }
    }

    @Nested
    class HardRemainders extends SolvedContract {
        HardRemainders() {
            super("remainders-hard", NumberContractTest::remainders);
        }
    }

    private static long number(Problem problem, String field) {
        return problem.data().get(field).longValue();
    }

    /** By subtraction. */
    private static String divisor(Problem problem) {
        long a = number(problem, "first");
        long b = number(problem, "second");
        while (a != 0 && b != 0) {
            if (a > b) {
                a -= b * (a / b);
            } else {
                b -= a * (b / a);
            }
        }
        return Long.toString(a + b);
    }

    private static String inverse(Problem problem) {
        long x = 1;
        while (x * number(problem, "number") % number(problem, "modulus") != 1) {
            x++;
        }
        return Long.toString(x);
    }

    private static String power(Problem problem) {
        long power = 1;
        for (long i = 0; i < number(problem, "exponent"); i++) {
            power = power * number(problem, "base") % number(problem, "modulus");
        }
        return Long.toString(power);
    }

    private static String remainders(Problem problem) {
        for (long tried = 1; ; tried++) {
            boolean fits = true;
            for (int i = 0; i < problem.data().get("divisors").size() && fits; i++) {
                fits = tried % problem.data().get("divisors").get(i).longValue()
                        == problem.data().get("remainders").get(i).longValue();
            }
            if (fits) {
                return Long.toString(tried);
            }
        }
    }
}
