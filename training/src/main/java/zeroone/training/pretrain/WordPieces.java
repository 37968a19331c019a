package zeroone.training.pretrain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses what of some texts deserves a token of its own: the parts that occur often. */
public final class WordPieces {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private WordPieces() {}

    /**
     * Parts that occur at least {@code minimum} times, the most frequent first. Plain numbers are left out; vocabularies
     * hold them anyway.
     *
     * @param splitPattern matches the parts of a text
     */
    public static List<String> frequent(Iterable<String> texts, String splitPattern, int minimum) {
        Pattern pattern = Pattern.compile(splitPattern);
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Matcher parts = pattern.matcher(text);
            while (parts.find()) {
                counts.merge(parts.group(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= minimum)
                .filter(entry -> !NUMBER.matcher(entry.getKey()).matches())
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
