package zeroone.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes answers to puzzles apart, as a second opinion of what they say. Only spaces separate words. */
final class PlainAnswer {
    private static final int LONGEST = 2_000;

    private PlainAnswer() {}

    static List<String> words(String answer) {
        return answer.length() > LONGEST ? List.of() : spaced(answer.strip());
    }

    /** The words between commas, one space between them. */
    static List<String> items(String answer) {
        return answer.length() > LONGEST
                ? List.of()
                : Stream.of(answer.strip().split(",", -1))
                        .map(item -> String.join(" ", spaced(item)))
                        .toList();
    }

    private static List<String> spaced(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /** Names with values; empty if the answer is not such a list, or names something twice. */
    static Optional<Map<String, String>> pairs(String answer) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String item : items(answer)) {
            String[] words = item.split(" ", -1);
            if (words.length != 2 || pairs.putIfAbsent(words[0], words[1]) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(pairs);
    }
}
