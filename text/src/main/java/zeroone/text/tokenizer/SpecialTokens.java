package zeroone.text.tokenizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tokens that stand beside the text of a vocabulary: marks of turns and thoughts, beginning and end of text. Plain
 * text must never become one of them, so it is cut apart wherever it spells one.
 */
final class SpecialTokens {
    private final SortedMap<String, Integer> idByContent;
    private final Set<Integer> ids;
    private final Optional<Pattern> spelling;

    SpecialTokens(Map<String, Integer> idByContent) {
        this.idByContent = new TreeMap<>(idByContent);
        this.ids = new HashSet<>(idByContent.values());
        this.spelling = idByContent.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(idByContent.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))));
    }

    SortedMap<String, Integer> idByContent() {
        return Collections.unmodifiableSortedMap(idByContent);
    }

    boolean containsAny(long[] candidates) {
        for (long id : candidates) {
            if (ids.contains(Math.toIntExact(id))) {
                return true;
            }
        }
        return false;
    }

    /** The text in pieces, none of which spells a special token: each spelling is cut after its first character. */
    List<String> cut(String text) {
        if (spelling.isEmpty()) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        Matcher matcher = spelling.get().matcher(text);
        int start = 0;
        int from = 0;
        while (matcher.find(from)) {
            int cut = text.offsetByCodePoints(matcher.start(), 1);
            pieces.add(text.substring(start, cut));
            start = cut;
            // Another spelling may begin inside this one.
            from = cut;
        }
        pieces.add(text.substring(start));
        return pieces;
    }
}
