package zeroone.tasks.probability;

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
 * "A bag holds 5 red and 7 blue balls. 4 are drawn without replacement. What is the probability that exactly 2 are red?"
 *
 * @param level part of the name
 * @param most the most balls of a colour, 4 to 60
 * @param atLeast whether "at least" is asked instead of "exactly"
 */
record Balls(String level, int most, boolean atLeast) implements Exercise<Balls.Bag> {
    private static final long LIMIT = 200;

    Balls {
        if (most < 4 || most > 60) {
            throw new IllegalArgumentException("the most balls of a colour must be 4 to 60: " + most);
        }
    }

    /** What is in the bag, how many are drawn, how many of them should be red. */
    record Bag(long red, long blue, long drawn, long wanted) {}

    @Override
    public String name() {
        return "balls-" + level;
    }

    @Override
    public Bag draw(RandomGenerator random) {
        while (true) {
            long red = random.nextLong(2, most + 1L);
            long blue = random.nextLong(2, most + 1L);
            long drawn = random.nextLong(2, Math.min(6, red + blue - 1) + 1);
            Bag bag = new Bag(red, blue, drawn, random.nextLong(drawn + 1));
            Rational probability = probability(bag, Notes.flawless());
            if (!probability.isZero() && !probability.equals(Rational.ONE)) {
                return bag;
            }
        }
    }

    private Rational probability(Bag bag, Notes notes) {
        Rational favourable = Rational.ZERO;
        for (long i = bag.wanted(); i <= (atLeast ? Math.min(bag.drawn(), bag.red()) : bag.wanted()); i++) {
            Rational ofRed = Binomial.noted(bag.red(), i, notes);
            Rational ofBlue = Binomial.noted(bag.blue(), bag.drawn() - i, notes);
            Rational both = notes.step(Answers.operation(ofRed, '*', ofBlue), ofRed.times(ofBlue));
            favourable = favourable.isZero()
                    ? both
                    : notes.step(Answers.operation(favourable, '+', both), favourable.plus(both));
        }
        Rational all = Binomial.noted(bag.red() + bag.blue(), bag.drawn(), notes);
        Rational divisor = all.isZero() ? Rational.ONE : all;
        return notes.step(Answers.operation(favourable, '/', divisor), favourable.over(divisor));
    }

    @Override
    public ObjectNode data(Bag bag) {
        return Fields.empty()
                .put("red", bag.red())
                .put("blue", bag.blue())
                .put("drawn", bag.drawn())
                .put("wanted", bag.wanted());
    }

    @Override
    public Bag read(ObjectNode data) {
        long red = Fields.whole(data, "red", 0, LIMIT);
        long blue = Fields.whole(data, "blue", 0, LIMIT);
        long drawn = Fields.whole(data, "drawn", 1, Math.max(1, red + blue));
        if (red + blue == 0) {
            throw new IllegalArgumentException("there must be a ball in the bag");
        }
        return new Bag(red, blue, drawn, Fields.whole(data, "wanted", 0, drawn));
    }

    @Override
    public String id(Bag bag) {
        return bag.red() + " red, " + bag.blue() + " blue, draw " + bag.drawn() + ", "
                + (atLeast ? "at least " : "exactly ") + bag.wanted() + " red";
    }

    @Override
    public String prompt(Bag bag) {
        return "A bag holds " + bag.red() + " red and " + bag.blue() + " blue balls. " + bag.drawn()
                + " balls are drawn at random without replacement. What is the probability that "
                + (atLeast ? "at least " : "exactly ") + bag.wanted() + " of them are red? " + Answers.FORM;
    }

    @Override
    public Verdict judge(Bag bag, String answer) {
        return Answers.number(probability(bag, Notes.flawless()), answer);
    }

    @Override
    public String work(Bag bag, Notes notes) {
        return probability(bag, notes).toString();
    }

    @Override
    public String guess(Bag bag, RandomGenerator random) {
        return Rational.of(1 + random.nextInt(9), 10).toString();
    }

    @Override
    public Map<String, Integer> axes(Bag bag) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("balls", (int) (bag.red() + bag.blue()));
        axes.put("drawn", (int) bag.drawn());
        return axes;
    }
}
