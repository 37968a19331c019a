package zeroone.testkit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Nested;
import tools.jackson.databind.JsonNode;
import zeroone.tasks.Problem;

class ProbabilityContractTest {
    @Nested
    class HardArrangements extends SolvedContract {
        HardArrangements() {
            super("arrangements-hard", problem -> arrangements(problem, true));
        }
    }

    @Nested
    class HardBalls extends SolvedContract {
        HardBalls() {
            super("balls-hard", problem -> balls(problem, red -> red >= number(problem, "wanted")));
        }
    }

    @Nested
    class HardDice extends SolvedContract {
        HardDice() {
            super("dice-hard", ProbabilityContractTest::dice);
        }
    }

    @Nested
    class EasyPoints extends SolvedContract {
        EasyPoints() {
            super("random-points-easy", ProbabilityContractTest::points);
        }
    }

    private static long number(Problem problem, String field) {
        return problem.data().get(field).longValue();
    }

    private static String fraction(BigInteger numerator, BigInteger denominator) {
        BigInteger common = numerator.gcd(denominator);
        return numerator.divide(common) + (denominator.equals(common) ? "" : "/" + denominator.divide(common));
    }

    private static BigInteger factorial(long number) {
        return number < 2 ? BigInteger.ONE : BigInteger.valueOf(number).multiply(factorial(number - 1));
    }

    private static String arrangements(Problem problem, boolean endsDiffer) {
        String letters = problem.data().get("letters").asString();
        int[] counts = new int[128];
        letters.chars().forEach(letter -> counts[letter]++);
        BigInteger orders = orders(counts, letters.length());
        for (int letter = 0; endsDiffer && letter < counts.length; letter++) {
            if (counts[letter] > 1) {
                counts[letter] -= 2;
                orders = orders.subtract(orders(counts, letters.length() - 2));
                counts[letter] += 2;
            }
        }
        return orders.toString();
    }

    private static BigInteger orders(int[] counts, int length) {
        BigInteger orders = factorial(length);
        for (int count : counts) {
            orders = orders.divide(factorial(count));
        }
        return orders;
    }

    /** Ball by ball: the chance of every number of red balls so far. */
    private static String balls(Problem problem, LongPredicate wanted) {
        Map<Long, BigInteger> ways = new HashMap<>(Map.of(0L, BigInteger.ONE));
        BigInteger all = BigInteger.ONE;
        for (long drawn = 0; drawn < number(problem, "drawn"); drawn++) {
            Map<Long, BigInteger> next = new HashMap<>();
            for (Map.Entry<Long, BigInteger> entry : ways.entrySet()) {
                long red = number(problem, "red") - entry.getKey();
                long blue = number(problem, "blue") - (drawn - entry.getKey());
                next.merge(
                        entry.getKey() + 1,
                        entry.getValue().multiply(BigInteger.valueOf(Math.max(0, red))),
                        BigInteger::add);
                next.merge(
                        entry.getKey(),
                        entry.getValue().multiply(BigInteger.valueOf(Math.max(0, blue))),
                        BigInteger::add);
            }
            all = all.multiply(BigInteger.valueOf(number(problem, "red") + number(problem, "blue") - drawn));
            ways = next;
        }
        BigInteger favourable = ways.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return fraction(favourable, all);
    }

    /** Every outcome, one by one. */
    private static String dice(Problem problem) {
        List<Integer> sums = List.of(0);
        for (JsonNode die : problem.data().get("sides")) {
            List<Integer> next = new ArrayList<>();
            for (int sum : sums) {
                for (int face = 1; face <= die.intValue(); face++) {
                    next.add(sum + face);
                }
            }
            sums = next;
        }
        long target = number(problem, "target");
        boolean atLeast = number(problem, "at_least") == 1;
        long favourable = sums.stream()
                .filter(sum -> atLeast ? sum >= target : sum == target)
                .count();
        return fraction(BigInteger.valueOf(favourable), BigInteger.valueOf(sums.size()));
    }

    /** By the recursion of Schläfli for the regions that hyperplanes through one point make. */
    private static String points(Problem problem) {
        int count = (int) number(problem, "points");
        int dimensions = (int) number(problem, "dimensions");
        String[] share = problem.data().get("share").asString().split("/");
        if (dimensions == 2) {
            return fraction(
                    BigInteger.valueOf(count).multiply(new BigInteger(share[0]).pow(count - 1)),
                    new BigInteger(share[1]).pow(count - 1));
        }
        return fraction(regions(count, dimensions), BigInteger.TWO.pow(count));
    }

    private static BigInteger regions(int planes, int dimensions) {
        if (planes == 1 || dimensions == 1) {
            return BigInteger.TWO;
        }
        return regions(planes - 1, dimensions).add(regions(planes - 1, dimensions - 1));
    }
}
