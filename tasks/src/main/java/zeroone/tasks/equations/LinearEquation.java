package zeroone.tasks.equations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Solve 3(x + 2) - 5 = 4(x - 1) + 7."
 *
 * @param level part of the name
 * @param brackets whether both sides have brackets
 * @param largest the largest number in it, 2 to 1000
 */
record LinearEquation(String level, boolean brackets, int largest) implements Exercise<LinearEquation.Sides> {
    private static final long LIMIT = 1000;

    LinearEquation {
        if (largest < 2 || largest > LIMIT) {
            throw new IllegalArgumentException("the numbers of an equation must be at most 2 to 1000: " + largest);
        }
    }

    /** One side: factor(x + inside) + outside. */
    record Side(long factor, long inside, long outside) {
        Rational at(Rational x) {
            return Rational.of(factor).times(x.plus(Rational.of(inside))).plus(Rational.of(outside));
        }

        String text() {
            StringBuilder text = new StringBuilder();
            if (inside == 0) {
                Terms.append(text, factor, "x");
            } else {
                Terms.append(text, factor, "(x " + (inside < 0 ? "- " : "+ ") + Math.abs(inside) + ")");
            }
            Terms.append(text, outside, "");
            return text.isEmpty() ? "0" : text.toString();
        }
    }

    /** Both sides; their factors differ. */
    record Sides(Side left, Side right) {
        Rational solution() {
            Rational constant = right.at(Rational.ZERO).minus(left.at(Rational.ZERO));
            return constant.over(Rational.of(left.factor - right.factor));
        }
    }

    @Override
    public String name() {
        return "linear-equation-" + level;
    }

    @Override
    public Sides draw(RandomGenerator random) {
        while (true) {
            Side left = new Side(nonzero(random), brackets ? number(random) : 0, number(random));
            Side right = new Side(number(random), brackets ? number(random) : 0, number(random));
            Sides sides = new Sides(left, right);
            if (left.factor() != right.factor() && !sides.solution().isZero()) {
                return sides;
            }
        }
    }

    private long number(RandomGenerator random) {
        return random.nextLong(-largest, largest + 1L);
    }

    private long nonzero(RandomGenerator random) {
        long number = number(random);
        return number == 0 ? 1 : number;
    }

    @Override
    public ObjectNode data(Sides sides) {
        ObjectNode data = Fields.empty();
        data.set("left", numbers(sides.left()));
        data.set("right", numbers(sides.right()));
        return data;
    }

    private static ArrayNode numbers(Side side) {
        return Fields.array(List.of(side.factor(), side.inside(), side.outside()));
    }

    @Override
    public Sides read(ObjectNode data) {
        Sides sides = new Sides(side(data, "left"), side(data, "right"));
        if (sides.left().factor() == sides.right().factor()) {
            throw new IllegalArgumentException("the factors of x must differ, or there is not one solution: both are "
                    + sides.left().factor());
        }
        return sides;
    }

    private static Side side(ObjectNode data, String field) {
        List<Long> numbers = Fields.wholes(data, field, -LIMIT, LIMIT);
        if (numbers.size() != 3) {
            throw new IllegalArgumentException(
                    "\"" + field + "\" must be three numbers a, b, c for a(x + b) + c, not " + numbers.size());
        }
        return new Side(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    @Override
    public String id(Sides sides) {
        String left = sides.left().text();
        String right = sides.right().text();
        return left.compareTo(right) <= 0 ? left + " = " + right : right + " = " + left;
    }

    @Override
    public String prompt(Sides sides) {
        return "Solve " + sides.left().text() + " = " + sides.right().text() + " for x. " + Answers.FORM;
    }

    @Override
    public Verdict judge(Sides sides, String answer) {
        return Rational.read(answer)
                .map(x -> sides.left().at(x).equals(sides.right().at(x))
                        ? Verdict.CORRECT
                        : Verdict.incorrect("with x = " + x + " the sides are "
                                + sides.left().at(x) + " and " + sides.right().at(x)))
                .orElseGet(() -> Verdict.incorrect("is not one number such as 12, -7/3 or 0.25"));
    }

    @Override
    public String work(Sides sides, Notes notes) {
        Rational left = constant(sides.left(), notes);
        Rational right = constant(sides.right(), notes);
        Rational all = notes.step(Answers.operand(right) + "-" + Answers.operand(left), right.minus(left));
        Rational a = Rational.of(sides.left().factor());
        Rational d = Rational.of(sides.right().factor());
        Rational factor = d.isZero() ? a : notes.step(Answers.operation(a, '-', d), a.minus(d));
        Rational divisor = factor.isZero() ? Rational.ONE : factor;
        return notes.step(Answers.operation(all, '/', divisor), all.over(divisor))
                .toString();
    }

    private static Rational constant(Side side, Notes notes) {
        Rational outside = Rational.of(side.outside());
        if (side.inside() == 0 || side.factor() == 0) {
            return outside;
        }
        Rational factor = Rational.of(side.factor());
        Rational inside = Rational.of(side.inside());
        Rational product = notes.step(Answers.operation(factor, '*', inside), factor.times(inside));
        return side.outside() == 0
                ? product
                : notes.step(Answers.operation(product, '+', outside), product.plus(outside));
    }

    @Override
    public void check(Sides sides, String answer, Notes notes) {
        Rational.read(answer).ifPresent(x -> {
            for (Side side : List.of(sides.left(), sides.right())) {
                notes.step(
                        Answers.operand(side.factor()) + "*(" + Answers.operation(x, '+', Rational.of(side.inside()))
                                + ")+" + Answers.operand(side.outside()),
                        side.at(x));
            }
        });
    }

    @Override
    public String guess(Sides sides, RandomGenerator random) {
        return Rational.of(random.nextLong(-largest, largest + 1L), 1 + random.nextInt(3))
                .toString();
    }

    @Override
    public Map<String, Integer> axes(Sides sides) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put(
                "brackets",
                (sides.left().inside() != 0 ? 1 : 0) + (sides.right().inside() != 0 ? 1 : 0));
        axes.put("denominator", sides.solution().denominator().intValue());
        return axes;
    }
}
