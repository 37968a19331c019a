package zeroone.tasks.arithmetic;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/** "Work out 4821 * 367." Worked digit by digit of the second number, the partial products added up. */
record LongMultiplication(Level level) implements Exercise<LongMultiplication.Product> {
    /** Two numbers to multiply. */
    record Product(long left, long right) {
        BigInteger value() {
            return BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
        }
    }

    @Override
    public String name() {
        return "long-multiplication-" + level.name();
    }

    @Override
    public Product draw(RandomGenerator random) {
        return new Product(level.drawLeft(random), level.drawRight(random));
    }

    @Override
    public ObjectNode data(Product product) {
        return Fields.empty().put("left", product.left()).put("right", product.right());
    }

    @Override
    public Product read(ObjectNode data) {
        return new Product(Fields.whole(data, "left", 2, Level.LARGEST), Fields.whole(data, "right", 2, Level.LARGEST));
    }

    @Override
    public String id(Product product) {
        return Math.max(product.left(), product.right()) + "*" + Math.min(product.left(), product.right());
    }

    @Override
    public String prompt(Product product) {
        return "Work out " + product.left() + " * " + product.right() + ". Answer with the number only, in digits.";
    }

    @Override
    public Verdict judge(Product product, String answer) {
        Optional<BigInteger> given = Rational.readWhole(answer);
        if (given.isEmpty()) {
            return Verdict.incorrect("is not one whole number in plain digits");
        }
        return given.get().equals(product.value())
                ? Verdict.CORRECT
                : Verdict.incorrect(given.get() + " is not " + product.left() + " * " + product.right());
    }

    @Override
    public String work(Product product, Notes notes) {
        BigInteger total = BigInteger.ZERO;
        BigInteger place = BigInteger.ONE;
        boolean first = true;
        for (long rest = product.right(); rest > 0; rest /= 10) {
            BigInteger digit = place.multiply(BigInteger.valueOf(rest % 10));
            place = place.multiply(BigInteger.TEN);
            if (digit.signum() == 0) {
                continue;
            }
            BigInteger part =
                    notes.step(product.left() + "*" + digit, digit.multiply(BigInteger.valueOf(product.left())));
            total = first ? part : notes.step(Terms.sum(total, part), total.add(part));
            first = false;
        }
        return total.toString();
    }

    /** The remainders by nine, which find most slips. */
    @Override
    public void check(Product product, String answer, Notes notes) {
        long left = notes.step(product.left() + "%9", product.left() % 9);
        long right = notes.step(product.right() + "%9", product.right() % 9);
        notes.step(left + "*" + right + "%9", Math.floorMod(left * right, 9L));
        Rational.readWhole(answer)
                .filter(given -> given.signum() >= 0)
                .ifPresent(given -> notes.step(given + "%9", given.mod(BigInteger.valueOf(9))));
    }

    @Override
    public String guess(Product product, RandomGenerator random) {
        return product.value()
                .add(BigInteger.valueOf(random.nextLong(-product.left() * 3, product.left() * 3 + 1)))
                .abs()
                .toString();
    }

    @Override
    public Map<String, Integer> axes(Product product) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("left digits", Long.toString(product.left()).length());
        axes.put("right digits", Long.toString(product.right()).length());
        return axes;
    }
}
