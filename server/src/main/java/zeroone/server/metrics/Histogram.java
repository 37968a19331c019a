package zeroone.server.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How durations are spread, in seconds, for each set of labels. Thread-safe. */
final class Histogram implements Metric {
    private static final double[] BOUNDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200
    };

    private final String name;
    private final String help;
    private final Map<String, Cells> byLabels = new ConcurrentHashMap<>();

    private static final class Cells {
        private final long[] counts = new long[BOUNDS.length + 1];
        private double sum;
    }

    Histogram(String name, String help) {
        this.name = name;
        this.help = help;
    }

    void observe(String labels, double seconds) {
        Cells cells = byLabels.computeIfAbsent(labels, _ -> new Cells());
        int cell = 0;
        while (cell < BOUNDS.length && seconds > BOUNDS[cell]) {
            cell++;
        }
        synchronized (cells) {
            cells.counts[cell]++;
            cells.sum += seconds;
        }
    }

    @Override
    public void write(StringBuilder out) {
        Metric.head(out, name, help, "histogram");
        new TreeMap<>(byLabels).forEach((labels, cells) -> {
            synchronized (cells) {
                long below = 0;
                for (int i = 0; i < cells.counts.length; i++) {
                    below += cells.counts[i];
                    String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
                    Metric.line(out, name + "_bucket", labels + ",le=\"" + bound + "\"", Long.toString(below));
                }
                Metric.line(out, name + "_sum", labels, Double.toString(cells.sum));
                Metric.line(out, name + "_count", labels, Long.toString(below));
            }
        });
    }
}
