package zeroone.tasks.equations;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;
import zeroone.tasks.mathematics.MathAnswer;

/**
 * "Find the real solutions of 2x^2 - 3x - 7 = 0." The solutions may be irrational, one, or none.
 *
 * @param level part of the name
 * @param rational whether the solutions are rational
 */
record QuadraticEquation(String level, boolean rational) implements Exercise<QuadraticEquation.Coefficients> {
    private static final long LIMIT = 10_000;
    private static final String NONE = "none";

    /** Of ax² + bx + c; a is not zero. */
    record Coefficients(long a, long b, long c) {
        long discriminant() {
            return b * b - 4 * a * c;
        }

        /** The solutions as text, exactly. */
        String solutions() {
            long discriminant = discriminant();
            if (discriminant < 0) {
                return NONE;
            }
            if (discriminant == 0) {
                return Rational.of(-b, 2 * a).toString();
            }
            BigInteger root = BigInteger.valueOf(discriminant).sqrt();
            if (root.multiply(root).equals(BigInteger.valueOf(discriminant))) {
                long whole = root.longValueExact();
                return Rational.of(-b - whole, 2 * a) + ", " + Rational.of(-b + whole, 2 * a);
            }
            return irrational(-b, "-", discriminant, 2 * a) + ", " + irrational(-b, "+", discriminant, 2 * a);
        }
    }

    private static String irrational(long before, String sign, long discriminant, long divisor) {
        return "(" + before + sign + "sqrt(" + discriminant + "))/" + Answers.operand(divisor);
    }

    @Override
    public String name() {
        return "quadratic-equation-" + level;
    }

    @Override
    public Coefficients draw(RandomGenerator random) {
        while (true) {
            Coefficients drawn = rational ? withRationalSolutions(random) : withAnySolutions(random);
            if (drawn.a() != 0 && !drawn.solutions().equals("0")) {
                return drawn;
            }
        }
    }

    private static Coefficients withRationalSolutions(RandomGenerator random) {
        long p = random.nextLong(1, 5);
        long q = random.nextLong(-15, 16);
        long r = random.nextLong(1, 4);
        long s = random.nextLong(-15, 16);
        return new Coefficients(p * r, p * s + q * r, q * s);
    }

    private static Coefficients withAnySolutions(RandomGenerator random) {
        return new Coefficients(random.nextLong(-9, 10), random.nextLong(-30, 31), random.nextLong(-40, 41));
    }

    @Override
    public ObjectNode data(Coefficients equation) {
        return Fields.empty().put("a", equation.a()).put("b", equation.b()).put("c", equation.c());
    }

    @Override
    public Coefficients read(ObjectNode data) {
        long a = Fields.whole(data, "a", -LIMIT, LIMIT);
        if (a == 0) {
            throw new IllegalArgumentException("\"a\" must not be 0: the equation would not be quadratic");
        }
        return new Coefficients(a, Fields.whole(data, "b", -LIMIT, LIMIT), Fields.whole(data, "c", -LIMIT, LIMIT));
    }

    @Override
    public String id(Coefficients equation) {
        BigInteger divisor = BigInteger.valueOf(equation.a())
                .gcd(BigInteger.valueOf(equation.b()))
                .gcd(BigInteger.valueOf(equation.c()));
        long common = equation.a() < 0 ? -divisor.longValueExact() : divisor.longValueExact();
        return text(new Coefficients(equation.a() / common, equation.b() / common, equation.c() / common));
    }

    private static String text(Coefficients equation) {
        StringBuilder text = new StringBuilder();
        Terms.append(text, equation.a(), "x^2");
        Terms.append(text, equation.b(), "x");
        Terms.append(text, equation.c(), "");
        return text + " = 0";
    }

    @Override
    public String prompt(Coefficients equation) {
        return "Find all real solutions of " + text(equation)
                + ". Answer with the solutions only, exact and separated by a comma, such as"
                + " \"-1/2, 3\" or \"(1-sqrt(5))/2, (1+sqrt(5))/2\"; if there is one, with that one; if there is none,"
                + " with \"none\".";
    }

    @Override
    public Verdict judge(Coefficients equation, String answer) {
        String solutions = equation.solutions();
        if (solutions.equals(NONE) || answer.equals(NONE)) {
            return solutions.equals(answer)
                    ? Verdict.CORRECT
                    : Verdict.incorrect(
                            solutions.equals(NONE) ? "there is no real solution" : "there is a real solution");
        }
        return MathAnswer.compare(solutions, answer);
    }

    @Override
    public String work(Coefficients equation, Notes notes) {
        Rational a = Rational.of(equation.a());
        Rational b = Rational.of(equation.b());
        Rational c = Rational.of(equation.c());
        Rational square = notes.step(Answers.operand(b) + "^2", b.times(b));
        Rational product = notes.step(
                Answers.operation('*', List.of(Rational.of(4), a, c)),
                Rational.of(4).times(a).times(c));
        Rational under = notes.step(Answers.operation(square, '-', product), square.minus(product));
        if (under.signum() < 0) {
            return NONE;
        }
        Rational divisor = notes.step(Answers.operation(Rational.of(2), '*', a), a.plus(a));
        Rational safe = divisor.isZero() ? Rational.of(2) : divisor;
        BigInteger root = under.numerator().sqrt();
        if (!root.multiply(root).equals(under.numerator())) {
            long d = under.numerator().longValueExact();
            long below = safe.numerator().longValueExact();
            return irrational(-equation.b(), "-", d, below) + ", " + irrational(-equation.b(), "+", d, below);
        }
        Rational minus = b.negate();
        if (root.signum() == 0) {
            return notes.step(Answers.operation(minus, '/', safe), minus.over(safe))
                    .toString();
        }
        notes.step(root + "^2", Rational.of(root.multiply(root)));
        Rational first = notes.step(
                "(" + minus + "-" + root + ")/" + Answers.operand(safe),
                minus.minus(Rational.of(root)).over(safe));
        Rational second = notes.step(
                "(" + minus + "+" + root + ")/" + Answers.operand(safe),
                minus.plus(Rational.of(root)).over(safe));
        return first + ", " + second;
    }

    @Override
    public void check(Coefficients equation, String answer, Notes notes) {
        for (String solution : answer.split(", ", 3)) {
            Rational.read(solution).ifPresent(x -> {
                String text = Answers.operand(x);
                Rational value = Rational.of(equation.a())
                        .times(x)
                        .plus(Rational.of(equation.b()))
                        .times(x)
                        .plus(Rational.of(equation.c()));
                notes.step(
                        Answers.operand(equation.a()) + "*" + text + "^2+" + Answers.operand(equation.b()) + "*" + text
                                + "+" + Answers.operand(equation.c()),
                        value);
            });
        }
    }

    @Override
    public String guess(Coefficients equation, RandomGenerator random) {
        return random.nextInt(4) == 0 ? NONE : random.nextInt(-9, 10) + ", " + random.nextInt(-9, 10);
    }

    @Override
    public Map<String, Integer> axes(Coefficients equation) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        String solutions = equation.solutions();
        axes.put("solutions", solutions.equals(NONE) ? 0 : solutions.contains(",") ? 2 : 1);
        axes.put("irrational", solutions.contains("sqrt") ? 1 : 0);
        return axes;
    }
}
