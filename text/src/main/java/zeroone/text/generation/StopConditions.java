package zeroone.text.generation;

import java.util.List;
import java.util.Set;

/**
 * What ends an answer before the model ends its turn. A thought is not searched: it may quote anything.
 *
 * @param strings texts, also where they are spread over several tokens; the text of an answer ends before the first
 * @param ids tokens; the first one is the last token of the completion
 */
public record StopConditions(List<String> strings, Set<Integer> ids) {
    public static final StopConditions NONE = new StopConditions(List.of(), Set.of());

    private static final int MOST = 64;

    public StopConditions {
        strings = List.copyOf(strings);
        ids = Set.copyOf(ids);
        if (strings.size() > MOST || ids.size() > MOST) {
            throw new IllegalArgumentException("there may be at most " + MOST + " stop strings and as many stop ids: "
                    + strings.size() + " and " + ids.size());
        }
        if (strings.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a stop string must not be empty: it would stop everything at once");
        }
        for (int id : ids) {
            if (id < 0) {
                throw new IllegalArgumentException("a stop id must not be negative: " + id);
            }
        }
    }
}
