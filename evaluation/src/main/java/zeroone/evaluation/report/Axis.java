package zeroone.evaluation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A horizontal axis: where a value lies, as a share of the width, and which values are labelled. */
sealed interface Axis {
    /** A labelled place on an axis. */
    record Tick(double position, String label) {}

    String label();

    /** Position of a value: 0 at the left end, 1 at the right end. */
    double position(double value);

    List<Tick> ticks();

    /** From 0 to a round number at or above {@code max}. */
    record Linear(String label, double max) implements Axis {
        static Linear of(String label, double[] values) {
            double most = Arrays.stream(values).max().orElse(1);
            double highest = most > 0 ? most : 1;
            double step = step(highest);
            // Up to a tenth of a step beyond the last tick, the axis ends at the point itself.
            double whole = Math.floor(highest / step) * step;
            return new Linear(label, highest - whole < 0.1 * step ? highest : Math.ceil(highest / step) * step);
        }

        private static double step(double max) {
            double power = Math.pow(10, Math.floor(Math.log10(max / 4)));
            double ratio = max / 4 / power;
            return power * (ratio >= 5 ? 5 : ratio >= 2 ? 2 : 1);
        }

        @Override
        public double position(double value) {
            return value / max;
        }

        @Override
        public List<Tick> ticks() {
            double step = step(max);
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i * step <= max * (1 + 1e-9); i++) {
                ticks.add(new Tick(position(i * step), Figures.compact(i * step)));
            }
            return ticks;
        }
    }

    /**
     * Logarithmic between two powers of two. A logarithm has no place for 0, so 0, where it occurs, stands by itself at the
     * left end, labelled 0, and the powers of two begin a gap further right.
     */
    record Log(String label, int first, int last, boolean zero) implements Axis {
        private static final double GAP = 0.13;
        private static final int MOST_TICKS = 8;

        static Log of(String label, double[] values) {
            double[] positive = Arrays.stream(values).filter(v -> v > 0).toArray();
            double least = Arrays.stream(positive).min().orElse(1);
            double most = Arrays.stream(positive).max().orElse(2);
            int first = (int) Math.floor(log2(least) + 1e-9);
            int last = Math.max(first + 1, (int) Math.ceil(log2(most) - 1e-9));
            return new Log(label, first, last, positive.length < values.length);
        }

        @Override
        public double position(double value) {
            double start = zero ? GAP : 0;
            return value <= 0 ? 0 : start + (1 - start) * (log2(value) - first) / (last - first);
        }

        @Override
        public List<Tick> ticks() {
            int every = (last - first + MOST_TICKS) / MOST_TICKS;
            List<Tick> ticks = new ArrayList<>();
            if (zero) {
                ticks.add(new Tick(0, "0"));
            }
            for (int power = first; power <= last; power += every) {
                double value = Math.pow(2, power);
                ticks.add(new Tick(position(value), Figures.compact(value)));
            }
            return ticks;
        }

        private static double log2(double value) {
            return Math.log(value) / Math.log(2);
        }
    }
}
