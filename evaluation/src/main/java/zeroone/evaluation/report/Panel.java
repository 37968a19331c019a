package zeroone.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One chart: accuracy upwards, compute to the right. Both renderers draw this and nothing else.
 *
 * @param top upper end of the vertical axis, which starts at 0
 */
record Panel(String title, String caption, Axis x, double top, List<Line> lines) {
    Panel {
        lines = List.copyOf(lines);
    }

    /** Shares with a label on the vertical axis. */
    List<Double> levels() {
        double step = top > 0.6 ? 0.2 : top > 0.25 ? 0.1 : 0.05;
        List<Double> levels = new ArrayList<>();
        for (int i = 0; i * step <= top + 1e-9; i++) {
            levels.add(i * step);
        }
        return levels;
    }

    /** The end of a vertical axis that shows all these points with their intervals. */
    static double topOf(List<Line> lines) {
        double highest = lines.stream()
                .flatMap(line -> line.marks().stream())
                .mapToDouble(Mark::high)
                .max()
                .orElse(1);
        double step = highest > 0.6 ? 0.2 : highest > 0.25 ? 0.1 : 0.05;
        return Math.min(1, Math.max(0.1, Math.ceil(highest / step - 1e-9) * step));
    }
}
