package zeroone.tasks.numerals;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Write the number 1a3 of base 12 in base 7." Worked through base ten, digit by digit.
 *
 * @param most the largest number
 * @param largestBase bases are drawn from 2 to this; at most 36
 */
record BaseConversion(String level, long most, int largestBase) implements Exercise<BaseConversion.Conversion> {
    private static final long LARGEST = 999_999_999_999L;
    private static final Pattern ANSWER = Pattern.compile("0|[1-9a-z][0-9a-z]{0,59}");

    BaseConversion {
        if (most < 100 || most > LARGEST || largestBase < 4 || largestBase > 36) {
            throw new IllegalArgumentException("the largest number must be from 100 to " + LARGEST
                    + " and the largest base from 4 to 36: " + most + ", " + largestBase);
        }
    }

    /** A number and the bases it is in and shall be in. */
    record Conversion(long number, int from, int to) {
        Conversion {
            if (from == to) {
                throw new IllegalArgumentException("\"from\" and \"to\" must differ: " + from);
            }
        }

        String given() {
            return Long.toString(number, from);
        }

        String wanted() {
            return Long.toString(number, to);
        }
    }

    @Override
    public String name() {
        return "base-conversion-" + level;
    }

    @Override
    public Conversion draw(RandomGenerator random) {
        int from = random.nextInt(2, largestBase + 1);
        int to = (from - 2 + random.nextInt(1, largestBase - 1)) % (largestBase - 1) + 2;
        return new Conversion(random.nextLong(most / 10, most + 1), from, to);
    }

    @Override
    public ObjectNode data(Conversion conversion) {
        return Fields.empty()
                .put("number", conversion.number())
                .put("from", conversion.from())
                .put("to", conversion.to());
    }

    @Override
    public Conversion read(ObjectNode data) {
        return new Conversion(Fields.whole(data, "number", 0, LARGEST), base(data, "from"), base(data, "to"));
    }

    private static int base(ObjectNode data, String field) {
        return (int) Fields.whole(data, field, 2, 36);
    }

    @Override
    public String id(Conversion conversion) {
        return conversion.number() + " from " + conversion.from() + " to " + conversion.to();
    }

    @Override
    public String prompt(Conversion conversion) {
        return String.format(
                Locale.ROOT,
                "Write the number %s of base %d in base %d. Digits above 9 are the letters a, b, c and so on. "
                        + "Answer with the digits alone, in small letters.",
                conversion.given(),
                conversion.from(),
                conversion.to());
    }

    @Override
    public Verdict judge(Conversion conversion, String answer) {
        if (!ANSWER.matcher(answer).matches()) {
            return Verdict.incorrect("is not a row of digits 0-9 and a-z without leading zeros");
        }
        for (char digit : answer.toCharArray()) {
            if (Character.digit(digit, 36) >= conversion.to()) {
                return Verdict.incorrect("has the digit " + digit + ", which base " + conversion.to() + " lacks");
            }
        }
        return answer.equals(conversion.wanted())
                ? Verdict.CORRECT
                : Verdict.incorrect("is not " + conversion.given() + " of base " + conversion.from());
    }

    @Override
    public String work(Conversion conversion, Notes notes) {
        long number = 0;
        for (char digit : conversion.given().toCharArray()) {
            int value = Character.digit(digit, 36);
            if (conversion.from() != 10) {
                number = Math.abs(
                        notes.step(number + "*" + conversion.from() + "+" + value, number * conversion.from() + value));
            } else {
                number = number * 10 + value;
            }
        }
        if (conversion.to() == 10) {
            return Long.toString(number);
        }
        StringBuilder digits = new StringBuilder();
        while (number >= conversion.to() && digits.length() < 60) {
            long digit = number % conversion.to();
            long rest = notes.step("(" + number + "-" + digit + ")/" + conversion.to(), number / conversion.to());
            digits.append(Long.toString(digit, conversion.to()));
            number = Math.abs(rest);
        }
        digits.append(Long.toString(number, conversion.to()));
        return digits.reverse().toString();
    }

    @Override
    public void check(Conversion conversion, String answer, Notes notes) {
        long value = 0;
        for (char digit : answer.substring(0, Math.min(answer.length(), 10)).toCharArray()) {
            int worth = Character.digit(digit, 36);
            value = Math.abs(notes.step(value + "*" + conversion.to() + "+" + worth, value * conversion.to() + worth));
        }
    }

    @Override
    public String guess(Conversion conversion, RandomGenerator random) {
        return Long.toString(Math.max(0, conversion.number() + random.nextLong(-9, 10)), conversion.to());
    }

    @Override
    public Map<String, Integer> axes(Conversion conversion) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("digits given", conversion.given().length());
        axes.put("digits wanted", conversion.wanted().length());
        return axes;
    }
}
