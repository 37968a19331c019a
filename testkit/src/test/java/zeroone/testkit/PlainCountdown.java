package zeroone.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.Problem;

/** Judges Countdown answers a second time, by rewriting: brackets are worked out from the inside, results as "n:d". */
final class PlainCountdown {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[1-9][0-9]{0,5}(?![0-9])");
    private static final Pattern VALUE = Pattern.compile("-?[0-9]+:[0-9]+");
    private static final Pattern PRODUCT = Pattern.compile("(-?[0-9]+):([0-9]+)([*/])(-?[0-9]+):([0-9]+)");
    private static final Pattern SUM = Pattern.compile("^(-?[0-9]+):([0-9]+)([-+])(-?[0-9]+):([0-9]+)");
    private static final Pattern INNERMOST = Pattern.compile("\\(([^()]*)\\)");

    /** Numbers side by side, products without a sign, and signs in front of numbers. */
    private static final Pattern NOT_WRITTEN = Pattern.compile("[0-9)] +[0-9]|[0-9)] *\\(|\\) *[0-9]|(?:^|[-(+*/]) *-");

    private PlainCountdown() {}

    static boolean right(Problem problem, String answer, boolean wholeOnly) {
        long target = problem.data().path("target").asLong();
        List<Long> numbers = new ArrayList<>();
        problem.data().path("numbers").forEach(number -> numbers.add(number.asLong()));
        if (answer.length() > 200 || NOT_WRITTEN.matcher(answer).find()) {
            return false;
        }
        String text = answer.strip().replace(" ", "");
        if (text.contains(",")) {
            return steps(text, numbers, target);
        }
        String suffix = "=" + target;
        String expression = text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
        List<Long> used = new ArrayList<>();
        NUMBER.matcher(expression).results().forEach(number -> used.add(Long.parseLong(number.group())));
        return used.stream().sorted().toList().equals(numbers.stream().sorted().toList())
                && value(expression, wholeOnly).equals(target + ":1");
    }

    private static boolean steps(String text, List<Long> numbers, long target) {
        List<Long> left = new ArrayList<>(numbers);
        for (String step : text.split(",", -1)) {
            Matcher matcher =
                    Pattern.compile("([0-9]+)([-+*/])([0-9]+)=([0-9]+)").matcher(step);
            if (!matcher.matches()
                    || !left.remove(Long.valueOf(matcher.group(1)))
                    || !left.remove(Long.valueOf(matcher.group(3)))
                    || !value(matcher.group(1) + matcher.group(2) + matcher.group(3), true)
                            .equals(matcher.group(4) + ":1")) {
                return false;
            }
            left.add(Long.valueOf(matcher.group(4)));
        }
        return left.equals(List.of(target));
    }

    /** The value as a reduced "n:d"; something else if the expression is none or breaks a rule. */
    private static String value(String expression, boolean wholeOnly) {
        String text = NUMBER.matcher(expression).replaceAll("$0:1");
        while (true) {
            Matcher brackets = INNERMOST.matcher(text);
            if (!brackets.find()) {
                return flat(text, wholeOnly);
            }
            String inner = flat(brackets.group(1), wholeOnly);
            if (!VALUE.matcher(inner).matches()) {
                return "";
            }
            text = text.substring(0, brackets.start()) + inner + text.substring(brackets.end());
        }
    }

    private static String flat(String expression, boolean wholeOnly) {
        String text = expression;
        for (Pattern pattern : List.of(PRODUCT, SUM)) {
            for (Matcher next = pattern.matcher(text); next.find(); next = pattern.matcher(text)) {
                String result = apply(next, wholeOnly);
                if (result.isEmpty()) {
                    return "";
                }
                text = text.substring(0, next.start()) + result + text.substring(next.end());
            }
        }
        return VALUE.matcher(text).matches() ? text : "";
    }

    private static String apply(Matcher operation, boolean wholeOnly) {
        long a = Long.parseLong(operation.group(1));
        long b = Long.parseLong(operation.group(2));
        long c = Long.parseLong(operation.group(4));
        long d = Long.parseLong(operation.group(5));
        long numerator = switch (operation.group(3)) {
            case "+" -> a * d + c * b;
            case "-" -> a * d - c * b;
            case "*" -> a * c;
            default -> c < 0 ? -a * d : a * d;
        };
        long denominator = operation.group(3).equals("/") ? b * Math.abs(c) : b * d;
        if (denominator == 0) {
            return "";
        }
        long divisor = gcd(Math.abs(numerator), denominator);
        boolean whole = numerator >= 0 && denominator == divisor;
        return wholeOnly && !whole ? "" : numerator / divisor + ":" + denominator / divisor;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
