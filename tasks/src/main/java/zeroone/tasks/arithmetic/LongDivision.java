package zeroone.tasks.arithmetic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/** "Divide 48213 by 367 with remainder." Worked digit by digit of the first number, bringing the next digit down. */
record LongDivision(Level level) implements Exercise<LongDivision.Quotient> {
    private static final Pattern ANSWER = Pattern.compile("(0|[1-9][0-9]{0,11}) r (0|[1-9][0-9]{0,11})");

    /** What is divided, and by what. */
    record Quotient(long dividend, long divisor) {
        String value() {
            return dividend / divisor + " r " + dividend % divisor;
        }
    }

    @Override
    public String name() {
        return "long-division-" + level.name();
    }

    @Override
    public Quotient draw(RandomGenerator random) {
        long divisor = Math.max(2, level.drawRight(random));
        return new Quotient(Math.max(level.drawLeft(random), divisor), divisor);
    }

    @Override
    public ObjectNode data(Quotient quotient) {
        return Fields.empty().put("dividend", quotient.dividend()).put("divisor", quotient.divisor());
    }

    @Override
    public Quotient read(ObjectNode data) {
        return new Quotient(
                Fields.whole(data, "dividend", 1, Level.LARGEST), Fields.whole(data, "divisor", 2, Level.LARGEST));
    }

    @Override
    public String id(Quotient quotient) {
        return quotient.dividend() + "/" + quotient.divisor();
    }

    @Override
    public String prompt(Quotient quotient) {
        return "Divide " + quotient.dividend() + " by " + quotient.divisor()
                + " with remainder. Answer in the form \"17 r 3\": the quotient, the letter r, the remainder.";
    }

    @Override
    public Verdict judge(Quotient quotient, String answer) {
        Matcher form = ANSWER.matcher(answer);
        if (!form.matches()) {
            return Verdict.incorrect("is not of the form \"17 r 3\"");
        }
        long whole = Long.parseLong(form.group(1));
        long rest = Long.parseLong(form.group(2));
        if (rest >= quotient.divisor()) {
            return Verdict.incorrect("its remainder " + rest + " is not less than the divisor " + quotient.divisor());
        }
        return whole == quotient.dividend() / quotient.divisor() && rest == quotient.dividend() % quotient.divisor()
                ? Verdict.CORRECT
                : Verdict.incorrect(
                        whole + " * " + quotient.divisor() + " + " + rest + " is not " + quotient.dividend());
    }

    @Override
    public String work(Quotient quotient, Notes notes) {
        long rest = 0;
        long whole = 0;
        for (char digit : Long.toString(quotient.dividend()).toCharArray()) {
            rest = Math.max(0, rest) * 10 + (digit - '0');
            long times = rest / quotient.divisor();
            whole = whole * 10 + times;
            if (times > 0) {
                long taken = notes.step(quotient.divisor() + "*" + times, quotient.divisor() * times);
                rest = taken < 0 ? rest : notes.step(rest + "-" + taken, rest - taken);
            }
        }
        return whole + " r " + Math.max(0, rest);
    }

    @Override
    public void check(Quotient quotient, String answer, Notes notes) {
        Matcher form = ANSWER.matcher(answer);
        if (form.matches()) {
            long whole = Long.parseLong(form.group(1));
            long product = notes.step(whole + "*" + quotient.divisor(), Math.multiplyExact(whole, quotient.divisor()));
            long rest = Long.parseLong(form.group(2));
            notes.step((product < 0 ? "(" + product + ")" : product) + "+" + rest, product + rest);
        }
    }

    @Override
    public String guess(Quotient quotient, RandomGenerator random) {
        long whole = Math.max(0, quotient.dividend() / quotient.divisor() + random.nextLong(-3, 4));
        return whole + " r " + random.nextLong(quotient.divisor());
    }

    @Override
    public Map<String, Integer> axes(Quotient quotient) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("dividend digits", Long.toString(quotient.dividend()).length());
        axes.put("divisor digits", Long.toString(quotient.divisor()).length());
        return axes;
    }
}
