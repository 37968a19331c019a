package zeroone.server.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Numbers that rise and fall, one for each set of labels. Thread-safe. */
final class Gauge implements Metric {
    private final String name;
    private final String help;
    private final Map<String, LongAdder> byLabels = new ConcurrentHashMap<>();

    Gauge(String name, String help) {
        this.name = name;
        this.help = help;
    }

    void add(String labels, long amount) {
        byLabels.computeIfAbsent(labels, _ -> new LongAdder()).add(amount);
    }

    @Override
    public void write(StringBuilder out) {
        Metric.head(out, name, help, "gauge");
        new TreeMap<>(byLabels).forEach((labels, sum) -> Metric.line(out, name, labels, Long.toString(sum.sum())));
    }
}
