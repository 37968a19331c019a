package zeroone.server.inference;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many tokens an effort may think. The prompt and the answer come first: what they leave of the context is the most.
 *
 * @param tokens for every effort, 0 or more, not less for a greater effort
 */
public record EffortTable(Map<Effort, Integer> tokens) {
    public EffortTable {
        EnumMap<Effort, Integer> copy = new EnumMap<>(tokens);
        int least = 0;
        for (Effort effort : Effort.values()) {
            Integer most = copy.get(effort);
            if (most == null) {
                throw new IllegalArgumentException("the table of efforts lacks " + effort.wire());
            }
            if (most < least) {
                throw new IllegalArgumentException("an effort must not think less than a smaller one, nor less than 0: "
                        + effort.wire() + " has " + most + " tokens after " + least);
            }
            least = most;
        }
        tokens = Map.copyOf(copy);
    }

    /** Shares of a context: 1/32, 1/8, 1/4, 1/2, 3/4, all of it. */
    public static EffortTable ofContext(int contextLength) {
        return new EffortTable(Map.of(
                Effort.NONE, 0,
                Effort.MINIMAL, contextLength / 32,
                Effort.LOW, contextLength / 8,
                Effort.MEDIUM, contextLength / 4,
                Effort.HIGH, contextLength / 2,
                Effort.XHIGH, contextLength / 4 * 3,
                Effort.MAX, contextLength));
    }

    /** This table with one effort changed. */
    public EffortTable with(Effort effort, int most) {
        EnumMap<Effort, Integer> copy = new EnumMap<>(tokens);
        copy.put(effort, most);
        return new EffortTable(copy);
    }

    public int tokens(Effort effort) {
        Integer most = tokens.get(effort);
        if (most == null) {
            throw new IllegalStateException("a table has all efforts");
        }
        return most;
    }
}
