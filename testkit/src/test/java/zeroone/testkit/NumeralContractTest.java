package zeroone.testkit;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class NumeralContractTest {
    @Nested
    class BaseConversionEasyTest extends BaseConversionContract {
        BaseConversionEasyTest() {
            super("base-conversion-easy");
        }
    }

    @Nested
    class BaseConversionMediumTest extends BaseConversionContract {
        BaseConversionMediumTest() {
            super("base-conversion-medium");
        }
    }

    @Nested
    class BaseConversionHardTest extends BaseConversionContract {
        BaseConversionHardTest() {
            super("base-conversion-hard");
        }
    }

    @Nested
    class RomanSumEasyTest extends RomanSumContract {
        RomanSumEasyTest() {
            super("roman-sum-easy");
        }
    }

    @Nested
    class RomanSumHardTest extends RomanSumContract {
        RomanSumHardTest() {
            super("roman-sum-hard");
        }
    }

    abstract static class BaseConversionContract extends NamedTaskContract {
        BaseConversionContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String[] words = problem.prompt().split("[ .]", -1);
            return new BigInteger(words[3], Integer.parseInt(words[6])).toString(Integer.parseInt(words[9]));
        }

        /** Leading zeros are wrong, and 10 and 10.0 do not mean the same here. */
        @Override
        protected Opinion opinion(Problem problem, String answer) {
            return Opinion.of(answer.strip().equals(solve(problem)));
        }
    }

    abstract static class RomanSumContract extends NamedTaskContract {
        private static final Map<Character, Integer> WORTH =
                Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100, 'D', 500, 'M', 1000);

        RomanSumContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String[] words = problem.prompt().split("[ ?]", -1);
            int sum = value(words[2]) + value(words[4]);
            return "M".repeat(sum / 1000)
                    + decimal(sum / 100 % 10, "C", "D", "M")
                    + decimal(sum / 10 % 10, "X", "L", "C")
                    + decimal(sum % 10, "I", "V", "X");
        }

        private static int value(String numeral) {
            int value = 0;
            for (int i = 0; i < numeral.length(); i++) {
                int worth = WORTH.getOrDefault(numeral.charAt(i), 0);
                boolean smaller = i + 1 < numeral.length() && worth < WORTH.getOrDefault(numeral.charAt(i + 1), 0);
                value += smaller ? -worth : worth;
            }
            return value;
        }

        private static String decimal(int digit, String one, String five, String ten) {
            return switch (digit) {
                case 4 -> one + five;
                case 9 -> one + ten;
                default -> digit < 5 ? one.repeat(digit) : five + one.repeat(digit - 5);
            };
        }
    }
}
