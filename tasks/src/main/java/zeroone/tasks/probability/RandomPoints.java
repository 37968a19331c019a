package zeroone.tasks.probability;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "5 points are chosen at random on a circle. What is the probability that some arc of 2/7 of the circle holds them all?"
 * On the circle n points fit in an arc of a share s up to one half with the probability n·s^(n-1), since each of them can be
 * the first on the arc and no two at once. In d dimensions n points fit in half of the sphere with the probability that n-1
 * coins show fewer than d heads (Wendel 1962).
 *
 * @param level part of the name
 * @param most the most points, 4 to 20
 */
record RandomPoints(String level, int most) implements Exercise<RandomPoints.Points> {
    RandomPoints {
        if (most < 4 || most > 20) {
            throw new IllegalArgumentException("the most points must be 4 to 20: " + most);
        }
    }

    /**
     * @param dimensions 2 for the circle
     * @param share what is to hold all points; one half in more than two dimensions
     */
    record Points(int count, int dimensions, Rational share) {
        Rational probability() {
            if (dimensions == 2) {
                return Rational.of(count).times(share.power(count - 1));
            }
            BigInteger few = BigInteger.ZERO;
            for (int heads = 0; heads < dimensions; heads++) {
                few = few.add(Binomial.of(count - 1L, heads));
            }
            return new Rational(few, BigInteger.TWO.pow(count - 1));
        }
    }

    @Override
    public String name() {
        return "random-points-" + level;
    }

    @Override
    public Points draw(RandomGenerator random) {
        if (random.nextInt(10) == 0) {
            int dimensions = random.nextInt(3, 10);
            return new Points(random.nextInt(dimensions + 1, dimensions + most), dimensions, Rational.of(1, 2));
        }
        int below = random.nextInt(2, 100);
        int above = random.nextInt(1, below / 2 + 1);
        return new Points(random.nextInt(3, most + 1), 2, Rational.of(above, below));
    }

    @Override
    public ObjectNode data(Points points) {
        return Fields.empty()
                .put("points", points.count())
                .put("dimensions", points.dimensions())
                .put("share", points.share().toString());
    }

    @Override
    public Points read(ObjectNode data) {
        int dimensions = (int) Fields.whole(data, "dimensions", 2, 20);
        int count = (int) Fields.whole(data, "points", 2, 60);
        Rational half = Rational.of(1, 2);
        Rational share = Rational.read(Fields.text(data, "share"))
                .filter(given -> given.signum() > 0 && given.compareTo(half) <= 0 && given.size() < 40)
                .orElseThrow(() -> new IllegalArgumentException("\"share\" must be a fraction up to 1/2"));
        if (dimensions > 2 && !share.equals(half)) {
            throw new IllegalArgumentException("\"share\" must be 1/2 in more than two dimensions, not " + share);
        }
        return new Points(count, dimensions, share);
    }

    @Override
    public String id(Points points) {
        return points.count() + " points in " + points.share() + " of a sphere in dimension " + points.dimensions();
    }

    @Override
    public String prompt(Points points) {
        boolean half = points.share().equals(Rational.of(1, 2));
        String where = points.dimensions() == 2
                ? "on a circle. What is the probability that some "
                        + (half ? "semicircle" : "arc of " + points.share() + " of the circle")
                        + " contains all of them? "
                : "on the unit sphere of the space with " + points.dimensions()
                        + " dimensions. What is the probability that some half of the sphere contains all of them? ";
        return points.count() + " points are chosen independently and uniformly at random " + where + Answers.FORM;
    }

    @Override
    public Verdict judge(Points points, String answer) {
        return Answers.number(points.probability(), answer);
    }

    @Override
    public String work(Points points, Notes notes) {
        int others = points.count() - 1;
        if (points.dimensions() == 2) {
            Rational power = notes.step(
                    Answers.operand(points.share()) + "^" + others,
                    points.share().power(others));
            Rational count = Rational.of(points.count());
            return notes.step(Answers.operation(count, '*', power), count.times(power))
                    .toString();
        }
        Rational sum = Rational.ONE;
        for (int heads = 1; heads < points.dimensions(); heads++) {
            Rational ways = Binomial.noted(others, heads, notes);
            sum = notes.step(Answers.operation(sum, '+', ways), sum.plus(ways));
        }
        Rational all = notes.step("2^" + others, Rational.of(2).power(others));
        Rational divisor = all.isZero() ? Rational.ONE : all;
        return notes.step(Answers.operation(sum, '/', divisor), sum.over(divisor))
                .toString();
    }

    @Override
    public String guess(Points points, RandomGenerator random) {
        return points.share().power(1 + random.nextInt(4)).toString();
    }

    @Override
    public Map<String, Integer> axes(Points points) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("points", points.count());
        axes.put("dimensions", points.dimensions());
        return axes;
    }
}
