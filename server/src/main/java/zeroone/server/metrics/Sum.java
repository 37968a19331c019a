package zeroone.server.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Sums, one for each set of labels. Thread-safe. */
final class Sum implements Metric {
    private final String type;
    private final String name;
    private final String help;
    private final Map<String, LongAdder> byLabels = new ConcurrentHashMap<>();

    private Sum(String type, String name, String help) {
        this.type = type;
        this.name = name;
        this.help = help;
    }

    /** One that only grows. */
    static Sum counter(String name, String help) {
        return new Sum("counter", name, help);
    }

    /** One that rises and falls. */
    static Sum gauge(String name, String help) {
        return new Sum("gauge", name, help);
    }

    void add(String labels, long amount) {
        byLabels.computeIfAbsent(labels, _ -> new LongAdder()).add(amount);
    }

    @Override
    public void write(StringBuilder out) {
        Metric.head(out, name, help, type);
        new TreeMap<>(byLabels).forEach((labels, sum) -> Metric.line(out, name, labels, Long.toString(sum.sum())));
    }
}
