package zeroone.tasks.letters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * Numbers to be put in order; close to each other, and with decimals of different lengths, so that 0.5 is tempted to come
 * before 0.45.
 *
 * @param count how many numbers, up to 50
 * @param decimals the most decimals a number has, up to 6
 */
record NumberSorting(String level, int count, int decimals) implements Exercise<List<BigDecimal>> {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,9})(\\.[0-9]{0,9}[1-9])?");
    private static final int MOST = 50;

    NumberSorting {
        if (count < 2 || count > MOST || decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException(
                    "there must be 2 to " + MOST + " numbers of 0 to 6 decimals: " + count + ", " + decimals);
        }
    }

    @Override
    public String name() {
        return "number-sorting-" + level;
    }

    @Override
    public List<BigDecimal> draw(RandomGenerator random) {
        List<BigDecimal> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            int places = random.nextInt(decimals + 1);
            long range = decimals == 0 ? 100 : 2 * (long) Math.pow(10, places);
            BigDecimal number = plain(BigDecimal.valueOf(random.nextLong(-range, range + 1), places));
            if (!numbers.contains(number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    @Override
    public ObjectNode data(List<BigDecimal> numbers) {
        ObjectNode data = Fields.empty();
        ArrayNode list = data.putArray("numbers");
        numbers.forEach(number -> list.add(number.toPlainString()));
        return data;
    }

    @Override
    public List<BigDecimal> read(ObjectNode data) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (JsonNode node : data.path("numbers")) {
            String text = node.asString("");
            if (!NUMBER.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "every number must be a text such as \"-12\" or \"0.25\", not " + node);
            }
            numbers.add(plain(new BigDecimal(text)));
        }
        if (numbers.size() < 2
                || numbers.size() > MOST
                || numbers.stream().distinct().count() < numbers.size()) {
            throw new IllegalArgumentException(
                    "\"numbers\" must be 2 to " + MOST + " different numbers, not " + numbers.size());
        }
        return numbers;
    }

    @Override
    public String id(List<BigDecimal> numbers) {
        return written(sorted(numbers));
    }

    @Override
    public String prompt(List<BigDecimal> numbers) {
        return "Put these numbers in order, the smallest first: " + written(numbers)
                + ". Answer with the numbers as they are written here, with a comma and a space between them.";
    }

    @Override
    public Verdict judge(List<BigDecimal> numbers, String answer) {
        String[] parts = answer.split(",", -1);
        if (parts.length != numbers.size()) {
            return Verdict.incorrect("has " + parts.length + " numbers, not " + numbers.size());
        }
        List<BigDecimal> sorted = sorted(numbers);
        for (int i = 0; i < parts.length; i++) {
            String part = i == 0 || !parts[i].startsWith(" ") ? parts[i] : parts[i].substring(1);
            if (!part.equals(sorted.get(i).toPlainString())) {
                return Verdict.incorrect("the number at place " + (i + 1) + " should be another");
            }
        }
        return Verdict.CORRECT;
    }

    @Override
    public String work(List<BigDecimal> numbers, Notes notes) {
        List<BigDecimal> left = new ArrayList<>(numbers);
        List<BigDecimal> order = new ArrayList<>();
        while (!left.isEmpty()) {
            List<BigDecimal> sorted = sorted(left);
            BigDecimal next = sorted.get(sorted.size() > 1 && notes.slips() ? 1 : 0);
            left.remove(next);
            order.add(next);
            notes.say("smallest " + next.toPlainString() + (left.isEmpty() ? "." : ", left " + written(left) + "."));
        }
        return written(order);
    }

    @Override
    public void check(List<BigDecimal> numbers, String answer, Notes notes) {
        notes.say(answer.replace(", ", " < "));
    }

    @Override
    public String guess(List<BigDecimal> numbers, RandomGenerator random) {
        return written(numbers);
    }

    @Override
    public Map<String, Integer> axes(List<BigDecimal> numbers) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("numbers", numbers.size());
        axes.put("decimals", numbers.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        return axes;
    }

    /** Pairs in the wrong order. */
    @Override
    public Difficulty difficulty(List<BigDecimal> numbers) {
        long inversions = 0;
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = i + 1; j < numbers.size(); j++) {
                inversions += numbers.get(i).compareTo(numbers.get(j)) > 0 ? 1 : 0;
            }
        }
        return new Difficulty(axes(numbers), inversions, "pairs out of order");
    }

    private static List<BigDecimal> sorted(List<BigDecimal> numbers) {
        return numbers.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static String written(List<BigDecimal> numbers) {
        return String.join(", ", numbers.stream().map(BigDecimal::toPlainString).toList());
    }
}
