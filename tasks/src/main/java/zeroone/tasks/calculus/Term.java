package zeroone.tasks.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Notes;

/**
 * factor·x^power·exp(rate·x)·wave(frequency·x+phase), as questions and worked solutions write it.
 *
 * @param frequency 0 exactly if there is no wave
 */
record Term(Rational factor, int power, long rate, Wave wave, long frequency, long phase) {
    private static final int LARGEST_POWER = 12;
    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,6}(?:/[0-9]{1,6})?)(\\*x(?:\\^([0-9]{1,2}))?)?"
            + "(?:\\*exp\\((-?[0-9]{1,3})\\*x\\))?"
            + "(?:\\*(sin|cos)\\(([0-9]{1,3})\\*x([+-][0-9]{1,3})?\\))?");

    // The groups of the form, by number, since looking up names takes longer than matching.
    private static final int FACTOR = 1;
    private static final int X = 2;
    private static final int POWER = 3;
    private static final int RATE = 4;
    private static final int WAVE = 5;
    private static final int FREQUENCY = 6;
    private static final int PHASE = 7;

    /** What a term oscillates with. */
    enum Wave {
        NONE,
        SIN,
        COS
    }

    static Optional<Term> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int power = form.group(X) == null ? 0 : form.group(POWER) == null ? 1 : Integer.parseInt(form.group(POWER));
        Wave wave = form.group(WAVE) == null ? Wave.NONE : form.group(WAVE).equals("sin") ? Wave.SIN : Wave.COS;
        long frequency = wave == Wave.NONE ? 0 : Long.parseLong(form.group(FREQUENCY));
        Optional<Rational> factor = Rational.read(form.group(FACTOR)).filter(number -> !number.isZero());
        if (power > LARGEST_POWER || factor.isEmpty() || (wave != Wave.NONE && frequency == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Term(
                factor.get(),
                power,
                form.group(RATE) == null ? 0 : Long.parseLong(form.group(RATE)),
                wave,
                frequency,
                form.group(PHASE) == null ? 0 : Long.parseLong(form.group(PHASE))));
    }

    /** In the form that {@link #read} and {@link FunctionReader} read. */
    String text() {
        return factor
                + (power == 0 ? "" : power == 1 ? "*x" : "*x^" + power)
                + (rate == 0 ? "" : "*exp(" + rate + "*x)")
                + (wave == Wave.NONE
                        ? ""
                        : (wave == Wave.SIN ? "*sin(" : "*cos(") + frequency + "*x"
                                + (phase == 0 ? "" : phase < 0 ? "" + phase : "+" + phase) + ")");
    }

    static String text(List<Term> terms) {
        StringBuilder text = new StringBuilder();
        for (Term term : terms) {
            String written = term.text();
            boolean negative = written.startsWith("-");
            text.append(text.isEmpty() ? "" : negative ? " - " : " + ")
                    .append(negative && !text.isEmpty() ? written.substring(1) : written);
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    /** What it is as a function. */
    Function function() throws NotAFunction {
        Product product = new Product(false);
        product.times(factor);
        product.timesX(power);
        if (rate != 0) {
            product.times(Function.exponential(new Linear(Rational.of(rate), Rational.ZERO)), 1);
        }
        if (wave != Wave.NONE) {
            Linear angle = new Linear(Rational.of(frequency), Rational.of(phase));
            product.times(wave == Wave.SIN ? Function.sine(angle) : Function.cosine(angle), 1);
        }
        return product.total();
    }

    private Term with(Rational otherFactor, int otherPower, Wave otherWave) {
        return new Term(otherFactor, otherPower, rate, otherWave, frequency, phase);
    }

    /** By the product rule, one factor after the other. */
    List<Term> derivative(Notes notes) {
        List<Term> parts = new ArrayList<>();
        if (power > 0) {
            parts.add(with(product(factor, Rational.of(power), notes), power - 1, wave));
        }
        if (rate != 0) {
            parts.add(with(product(factor, Rational.of(rate), notes), power, wave));
        }
        if (wave == Wave.SIN) {
            parts.add(with(product(factor, Rational.of(frequency), notes), power, Wave.COS));
        } else if (wave == Wave.COS) {
            parts.add(with(product(factor, Rational.of(-frequency), notes), power, Wave.SIN));
        }
        return withoutZeros(parts);
    }

    /** By parts: the exponential and the wave first, then what is left, with a lower power of x. */
    List<Term> antiderivative(Notes notes) {
        if (rate == 0 && wave == Wave.NONE) {
            Rational over = Rational.of(power + 1L);
            return withoutZeros(List.of(
                    with(notes.step(Answers.operation(factor, '/', over), factor.over(over)), power + 1, wave)));
        }
        List<Term> parts = new ArrayList<>();
        if (wave == Wave.NONE) {
            Rational over = Rational.of(rate);
            parts.add(with(notes.step(Answers.operation(factor, '/', over), factor.over(over)), power, wave));
        } else {
            // The integral of e^(ax)·sin(bx) is e^(ax)·(a·sin - b·cos)/(a²+b²), that of the cosine (a·cos + b·sin).
            Rational below = notes.step(
                    Answers.operand(rate) + "^2+" + frequency + "^2", Rational.of(rate * rate + frequency * frequency));
            Rational safe = below.isZero() ? Rational.ONE : below;
            Wave other = wave == Wave.SIN ? Wave.COS : Wave.SIN;
            long sign = wave == Wave.SIN ? -frequency : frequency;
            parts.add(with(share(Rational.of(rate), safe, notes), power, wave));
            parts.add(with(share(Rational.of(sign), safe, notes), power, other));
        }
        List<Term> whole = new ArrayList<>(withoutZeros(parts));
        if (power > 0) {
            for (Term part : withoutZeros(parts)) {
                Rational lower = product(part.factor, Rational.of(-power), notes);
                if (!lower.isZero()) {
                    whole.addAll(part.with(lower, power - 1, part.wave).antiderivative(notes));
                }
            }
        }
        return whole;
    }

    private Rational share(Rational times, Rational over, Notes notes) {
        return times.isZero()
                ? Rational.ZERO
                : notes.step(
                        Answers.operation(factor, '*', times) + "/" + Answers.operand(over),
                        factor.times(times).over(over));
    }

    private static Rational product(Rational left, Rational right, Notes notes) {
        return notes.step(Answers.operation(left, '*', right), left.times(right));
    }

    private static List<Term> withoutZeros(List<Term> terms) {
        return terms.stream().filter(term -> !term.factor.isZero()).toList();
    }
}
