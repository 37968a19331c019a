package zeroone.evaluation.report;

import java.util.List;
import java.util.Locale;

/**
 * A panel as inline SVG. Colours come from the page's style sheet by class ({@code m0}, {@code m1} … for models), so the
 * chart follows light and dark mode.
 */
final class SvgChart {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;
    private static final int LEFT = 52;
    private static final int RIGHT = 540;
    private static final int TOP = 26;
    private static final int BOTTOM = 318;
    /** Room between the vertical axis and the leftmost point. */
    private static final int INSET = 16;

    private final Panel panel;
    private final StringBuilder svg = new StringBuilder();

    private SvgChart(Panel panel) {
        this.panel = panel;
    }

    static String of(Panel panel) {
        return new SvgChart(panel).draw();
    }

    private String draw() {
        add(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH, HEIGHT, Html.escape(panel.title() + ". " + panel.caption()));
        drawAxes();
        panel.lines().forEach(this::drawIntervals);
        panel.lines().forEach(this::drawLine);
        return svg.append("</svg>\n").toString();
    }

    private void drawAxes() {
        for (double level : panel.levels()) {
            add("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>", LEFT, RIGHT, y(level), y(level));
            add("<text class=\"tick end\" x=\"%d\" y=\"%s\" dy=\".32em\">", LEFT - 8, y(level));
            svg.append(Figures.wholePercent(level)).append("</text>");
        }
        add("<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", LEFT, RIGHT, BOTTOM, BOTTOM);
        for (Axis.Tick tick : panel.x().ticks()) {
            String x = at(tick.position());
            add("<line class=\"axis\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>", x, x, BOTTOM, BOTTOM + 5);
            add("<text class=\"tick mid\" x=\"%s\" y=\"%d\">%s</text>", x, BOTTOM + 20, Html.escape(tick.label()));
        }
        if (panel.x() instanceof Axis.Log log && log.zero()) {
            drawBreak();
        }
        add(
                "<text class=\"label mid\" x=\"%d\" y=\"%d\">%s</text>",
                (LEFT + RIGHT) / 2, BOTTOM + 46, Html.escape(panel.x().label()));
        add("<text class=\"label\" x=\"%d\" y=\"%d\">accuracy on unseen problems</text>", 4, 12);
    }

    /** Two strokes across the axis: what is left of them is not on the logarithmic scale. */
    private void drawBreak() {
        double x = INSET + LEFT + 0.065 * (RIGHT - LEFT - 2 * INSET);
        for (int shift : List.of(-3, 3)) {
            add(
                    "<line class=\"axis\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>",
                    Figures.fixed(x + shift - 3, 1), Figures.fixed(x + shift + 3, 1), BOTTOM + 5, BOTTOM - 5);
        }
    }

    private void drawIntervals(Line line) {
        List<Mark> marks = line.marks();
        if (line.kind() == Line.Kind.CONNECTED && marks.size() > 1) {
            StringBuilder band = new StringBuilder();
            marks.forEach(m -> band.append(point(m, m.high())));
            marks.reversed().forEach(m -> band.append(point(m, m.low())));
            add(
                    "<polygon class=\"band m%d\" points=\"%s\"/>",
                    line.hue(), band.toString().strip());
        }
        for (Mark mark : marks) {
            String x = x(mark);
            add(
                    "<line class=\"bar m%d\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>",
                    line.hue(), x, x, y(mark.low()), y(mark.high()));
        }
    }

    private void drawLine(Line line) {
        if (line.kind() == Line.Kind.CONNECTED) {
            StringBuilder points = new StringBuilder();
            line.marks().forEach(m -> points.append(point(m, m.y())));
            add(
                    "<polyline class=\"line m%d\" points=\"%s\"/>",
                    line.hue(), points.toString().strip());
        }
        for (Mark mark : line.marks()) {
            add("<g class=\"mark m%d\"><title>%s</title>", line.hue(), Html.escape(mark.title()));
            switch (line.kind()) {
                case CONNECTED -> add("<circle cx=\"%s\" cy=\"%s\" r=\"4\"/>", x(mark), y(mark.y()));
                case LONE -> add("<path d=\"M%s %sm0-7.5l7.5 7.5l-7.5 7.5l-7.5-7.5z\"/>", x(mark), y(mark.y()));
            }
            svg.append("</g>");
        }
    }

    private String point(Mark mark, double share) {
        return x(mark) + "," + y(share) + " ";
    }

    private String x(Mark mark) {
        return at(panel.x().position(mark.x()));
    }

    private static String at(double position) {
        return Figures.fixed(LEFT + INSET + position * (RIGHT - LEFT - 2 * INSET), 1);
    }

    private String y(double share) {
        return Figures.fixed(BOTTOM - share / panel.top() * (BOTTOM - TOP), 1);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
