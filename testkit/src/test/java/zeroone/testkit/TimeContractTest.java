package zeroone.testkit;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import zeroone.tasks.Problem;

class TimeContractTest {
    @Nested
    class DateArithmeticEasyTest extends DateContract {
        DateArithmeticEasyTest() {
            super("date-arithmetic-easy");
        }
    }

    @Nested
    class DateArithmeticHardTest extends DateContract {
        DateArithmeticHardTest() {
            super("date-arithmetic-hard");
        }
    }

    @Nested
    class ClockEasyTest extends ClockContract {
        ClockEasyTest() {
            super("clock-easy");
        }
    }

    @Nested
    class ClockHardTest extends ClockContract {
        ClockHardTest() {
            super("clock-hard");
        }
    }

    /** Goes from day to day. */
    abstract static class DateContract extends NamedTaskContract {
        private static final List<String> DAYS =
                List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

        DateContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            String prompt = problem.prompt();
            String[] parts = prompt.split(" days? (before|after) ", -1);
            int days = Integer.parseInt(parts[0].replaceAll(".* ", "")) * (prompt.contains(" before ") ? -1 : 1);
            if (prompt.contains("day of the week")) {
                int start = DAYS.indexOf(prompt.split(" ", -1)[3].replace(".", ""));
                return DAYS.get(Math.floorMod(start + days, 7));
            }
            String[] date = parts[1].substring(0, 10).split("-", -1);
            int year = Integer.parseInt(date[0]);
            int month = Integer.parseInt(date[1]);
            int day = Integer.parseInt(date[2]);
            for (; days > 0; days--) {
                if (++day > length(year, month)) {
                    day = 1;
                    month = month % 12 + 1;
                    year += month == 1 ? 1 : 0;
                }
            }
            for (; days < 0; days++) {
                if (--day == 0) {
                    month = (month + 10) % 12 + 1;
                    year -= month == 12 ? 1 : 0;
                    day = length(year, month);
                }
            }
            return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        }

        private static int length(int year, int month) {
            return switch (month) {
                case 4, 6, 9, 11 -> 30;
                case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
                default -> 31;
            };
        }
    }

    abstract static class ClockContract extends NamedTaskContract {
        ClockContract(String name) {
            super(name);
        }

        @Override
        protected String solve(Problem problem) {
            List<Integer> numbers = numbers(problem.prompt().replace(':', ' ')).stream()
                    .map(Double::parseDouble)
                    .map(Double::intValue)
                    .toList();
            int hour = numbers.get(0);
            int minute = numbers.get(1);
            for (int i = 0; i < numbers.get(2); i++) {
                minute = (minute + 1) % 60;
                hour = minute == 0 ? (hour + 1) % 24 : hour;
            }
            if (!problem.prompt().contains("angle")) {
                return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
            }
            double apart = Math.abs(hour % 12 * 30 + minute * 0.5 - minute * 6);
            double angle = Math.min(apart, 360 - apart);
            return angle == Math.rint(angle) ? "" + (long) angle : "" + angle;
        }
    }
}
