package zeroone.tasks.probability;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "In how many different orders can the letters of BANANA be written?" On the harder levels, the two ends must differ.
 *
 * @param level part of the name
 * @param most the most letters, 5 to 16
 * @param endsDiffer whether only orders count whose first and last letters differ
 */
record Arrangements(String level, int most, boolean endsDiffer) implements Exercise<Arrangements.Letters> {
    private static final int LONGEST = 16;

    Arrangements {
        if (most < 5 || most > LONGEST) {
            throw new IllegalArgumentException("the most letters must be 5 to 16: " + most);
        }
    }

    /** The letters, some of them more than once. */
    record Letters(String text) {
        Map<Character, Integer> counts() {
            TreeMap<Character, Integer> counts = new TreeMap<>();
            for (char letter : text.toCharArray()) {
                counts.merge(letter, 1, Integer::sum);
            }
            return counts;
        }
    }

    @Override
    public String name() {
        return "arrangements-" + level;
    }

    @Override
    public Letters draw(RandomGenerator random) {
        while (true) {
            int length = random.nextInt(4, most + 1);
            int kinds = random.nextInt(2, Math.min(8, length) + 1);
            String alphabet = "";
            while (alphabet.length() < kinds) {
                char letter = (char) ('A' + random.nextInt(26));
                alphabet += alphabet.indexOf(letter) < 0 ? letter : "";
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(kinds)));
            }
            Letters letters = new Letters(text.toString());
            if (letters.counts().size() > 1) {
                return letters;
            }
        }
    }

    @Override
    public ObjectNode data(Letters letters) {
        return Fields.empty().put("letters", letters.text());
    }

    @Override
    public Letters read(ObjectNode data) {
        String text = Fields.text(data, "letters");
        if (!text.matches("[A-Z]{2," + LONGEST + "}")) {
            throw new IllegalArgumentException(
                    "\"letters\" must be 2 to " + LONGEST + " capital letters, not \"" + text + "\"");
        }
        return new Letters(text);
    }

    @Override
    public String id(Letters letters) {
        return letters.text().chars().sorted().mapToObj(Character::toString).collect(Collectors.joining())
                + (endsDiffer ? " with different ends" : "");
    }

    @Override
    public String prompt(Letters letters) {
        return "In how many different orders can the " + letters.text().length() + " letters of " + letters.text()
                + " be written" + (endsDiffer ? " such that the first letter and the last letter are different" : "")
                + "? Equal letters cannot be told apart. Answer with the whole number only.";
    }

    @Override
    public Verdict judge(Letters letters, String answer) {
        return Answers.whole(count(letters, Notes.flawless()).numerator(), answer);
    }

    @Override
    public String work(Letters letters, Notes notes) {
        return count(letters, notes).toString();
    }

    private Rational count(Letters letters, Notes notes) {
        Map<Character, Integer> counts = letters.counts();
        Rational orders = orders(counts, notes);
        if (endsDiffer) {
            for (Map.Entry<Character, Integer> letter : counts.entrySet()) {
                if (letter.getValue() >= 2) {
                    Map<Character, Integer> between = new TreeMap<>(counts);
                    between.merge(letter.getKey(), -2, Integer::sum);
                    notes.say(letter.getKey() + " at both ends:");
                    Rational same = orders(between, notes);
                    orders = notes.step(Answers.operation(orders, '-', same), orders.minus(same));
                }
            }
        }
        return orders;
    }

    /** Places for each letter in turn among those that are left. */
    private static Rational orders(Map<Character, Integer> counts, Notes notes) {
        int left = counts.values().stream().mapToInt(Integer::intValue).sum();
        Rational orders = Rational.ONE;
        for (int count : counts.values()) {
            if (count > 0 && count < left) {
                Rational ways = Binomial.noted(left, count, notes);
                orders = orders.equals(Rational.ONE)
                        ? ways
                        : notes.step(Answers.operation(orders, '*', ways), orders.times(ways));
            }
            left -= count;
        }
        return orders;
    }

    @Override
    public String guess(Letters letters, RandomGenerator random) {
        BigInteger orders = BigInteger.ONE;
        for (int i = 2; i <= letters.text().length(); i++) {
            orders = orders.multiply(BigInteger.valueOf(i));
        }
        return orders.divide(BigInteger.valueOf(1 + random.nextInt(24))).toString();
    }

    @Override
    public Map<String, Integer> axes(Letters letters) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("letters", letters.text().length());
        axes.put("kinds", letters.counts().size());
        return axes;
    }
}
