package zeroone.text.generation;

import java.util.List;

/**
 * Ends a stream of text before the first stop string. Text that may be the beginning of one is held back until more
 * arrives. Not thread-safe; one filter a stream.
 */
public final class StopStringFilter {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean stopped;

    public StopStringFilter(List<String> stops) {
        this.stops = List.copyOf(stops);
    }

    /** The text before the first stop string; all of it if there is none. */
    public static String cut(String text, List<String> stops) {
        StopStringFilter filter = new StopStringFilter(stops);
        return filter.accept(text) + filter.finish();
    }

    /** The text that becomes certain with this; nothing after a stop. */
    public String accept(String text) {
        if (stopped) {
            return "";
        }
        held.append(text);
        int stop = stops.stream()
                .mapToInt(held::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        if (stop >= 0) {
            stopped = true;
            held.setLength(stop);
            return finish();
        }
        int certain = held.length() - beginning();
        String out = held.substring(0, certain);
        held.delete(0, certain);
        return out;
    }

    /** Whether a stop string has come. */
    public boolean stopped() {
        return stopped;
    }

    /** What was held back, as no more comes. */
    public String finish() {
        String rest = held.toString();
        held.setLength(0);
        return rest;
    }

    /** Characters at the end of the held text that may begin a stop string. */
    private int beginning() {
        int longest = 0;
        for (String stop : stops) {
            for (int n = Math.min(stop.length() - 1, held.length()); n > longest; n--) {
                if (stop.startsWith(held.substring(held.length() - n))) {
                    longest = n;
                }
            }
        }
        return longest;
    }
}
