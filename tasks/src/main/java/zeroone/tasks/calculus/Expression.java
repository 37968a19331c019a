package zeroone.tasks.calculus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.calculus.Term.Wave;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Fields;

/** A sum of terms that a question is about. */
record Expression(List<Term> terms) {
    private static final int MOST_TERMS = 8;

    Expression {
        terms = List.copyOf(terms);
        if (terms.isEmpty() || terms.size() > MOST_TERMS) {
            throw new IllegalArgumentException(
                    "\"function\" must have 1 to " + MOST_TERMS + " terms, not " + terms.size());
        }
    }

    /** Which factors terms may have. */
    enum Kind {
        POLYNOMIAL,
        SINGLE,
        PRODUCT
    }

    static Expression draw(Kind kind, int count, RandomGenerator random) {
        Set<Term> terms = new LinkedHashSet<>();
        Set<String> shapes = new LinkedHashSet<>();
        while (terms.size() < count) {
            Term term = term(kind, random);
            if (shapes.add(term.power() + " " + term.rate() + " " + term.wave() + " " + term.frequency())) {
                terms.add(term);
            }
        }
        return new Expression(new ArrayList<>(terms));
    }

    private static Term term(Kind kind, RandomGenerator random) {
        long factor = random.nextLong(1, 13) * (random.nextBoolean() ? 1 : -1);
        if (kind == Kind.POLYNOMIAL) {
            return new Term(Rational.of(factor), random.nextInt(1, 8), 0, Wave.NONE, 0, 0);
        }
        long rate = random.nextLong(1, 6) * (random.nextBoolean() ? 1 : -1);
        Wave wave = random.nextBoolean() ? Wave.SIN : Wave.COS;
        long frequency = random.nextLong(1, 7);
        long phase = random.nextInt(3) == 0 ? random.nextLong(-4, 5) : 0;
        if (kind == Kind.PRODUCT) {
            return new Term(Rational.of(factor), random.nextInt(0, 2), rate, wave, frequency, phase);
        }
        int power = random.nextInt(0, 3);
        return random.nextBoolean()
                ? new Term(Rational.of(factor), power, rate, Wave.NONE, 0, 0)
                : new Term(Rational.of(factor), power, 0, wave, frequency, phase);
    }

    ObjectNode data() {
        return Fields.empty().put("function", text());
    }

    static Expression read(ObjectNode data) {
        List<Term> terms = new ArrayList<>();
        for (String text : Fields.text(data, "function").replace(" - ", " + -").split(" \\+ ", MOST_TERMS + 2)) {
            terms.add(Term.read(text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "every term of \"function\" must be of the form 3*x^2*exp(-2*x)*sin(5*x+1), in this order and"
                                    + " with factors left out where they are 1, not \"" + text + "\"")));
        }
        return new Expression(terms);
    }

    String text() {
        return Term.text(terms);
    }

    /** Equal for expressions whose terms are in another order. */
    String id() {
        return terms.stream().map(Term::text).sorted().collect(Collectors.joining(" + "));
    }

    /** What it is as a function: that which {@link FunctionReader} reads in its text. */
    Function function() {
        try {
            List<Function> functions = new ArrayList<>();
            for (Term term : terms) {
                functions.add(term.function());
            }
            return Function.sum(functions);
        } catch (NotAFunction impossible) {
            throw new IllegalArgumentException("\"function\" must be smaller: it " + impossible.reason(), impossible);
        }
    }

    Map<String, Integer> axes() {
        Map<String, Integer> axes = new TreeMap<>();
        axes.put("terms", terms.size());
        axes.put("highest power", terms.stream().mapToInt(Term::power).max().orElse(0));
        axes.put("products", (int) terms.stream()
                .filter(term -> term.rate() != 0 && term.wave() != Wave.NONE)
                .count());
        return axes;
    }
}
