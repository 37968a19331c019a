package zeroone.tasks.countdown;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;

/** The numbers, in the order shown, and the target. */
record CountdownPuzzle(List<Integer> numbers, int target) {
    private static final int LARGEST = 99_999;

    CountdownPuzzle {
        numbers = List.copyOf(numbers);
        if (numbers.size() < 2) {
            throw new IllegalArgumentException("Countdown needs at least two numbers, not " + numbers);
        }
        for (int number : numbers) {
            positive("a number", number);
        }
        positive("the target", target);
    }

    /** Reads {@code {"numbers":[13,5,8],"target":16}}. */
    static CountdownPuzzle of(ObjectNode data) {
        if (!(data.get("numbers") instanceof ArrayNode numbers)) {
            throw new IllegalArgumentException("\"numbers\" must be a list of whole numbers, e.g. [13, 5, 8]");
        }
        return new CountdownPuzzle(
                numbers.valueStream().map(node -> whole("numbers", node)).toList(),
                whole("target", data.get("target")));
    }

    /** Equal for puzzles that differ only in the order of the numbers. */
    String canonicalForm() {
        return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(" ")) + " = " + target;
    }

    Problem problem(String task) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode list = data.putArray("numbers");
        numbers.forEach(list::add);
        data.put("target", target);
        return new Problem(task, canonicalForm(), prompt(), data);
    }

    private String prompt() {
        int last = numbers.size() - 1;
        String head = numbers.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "Use " + head + " and " + numbers.get(last) + " to make " + target + ".";
    }

    private static int whole(String name, @Nullable JsonNode node) {
        if (node == null || !node.isInt()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" must hold whole numbers up to " + LARGEST + ", not " + node);
        }
        return node.intValue();
    }

    private static void positive(String name, int value) {
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException(name + " must be in [1, " + LARGEST + "]: " + value);
        }
    }
}
