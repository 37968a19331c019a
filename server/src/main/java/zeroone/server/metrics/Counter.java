package zeroone.server.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Sums that only grow, one for each set of labels. Thread-safe. */
final class Counter implements Metric {
    private final String name;
    private final String help;
    private final Map<String, LongAdder> byLabels = new ConcurrentHashMap<>();

    Counter(String name, String help) {
        this.name = name;
        this.help = help;
    }

    void add(String labels, long amount) {
        byLabels.computeIfAbsent(labels, _ -> new LongAdder()).add(amount);
    }

    @Override
    public void write(StringBuilder out) {
        Metric.head(out, name, help, "counter");
        new TreeMap<>(byLabels).forEach((labels, sum) -> Metric.line(out, name, labels, Long.toString(sum.sum())));
    }
}
