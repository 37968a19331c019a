package zeroone.evaluation.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Panels side by side as a PNG, drawn without a display.
 *
 * <p>XChart draws the plot; the horizontal axis is drawn here, because its own logarithmic axis has no place for 0 and
 * labels powers of ten only. Intervals are series of their own: XChart's error bars are symmetric, Wilson's are not.
 */
final class CurvesChart {
    /** Size of one panel in points; the picture has twice as many pixels each way. */
    static final int PANEL_WIDTH = 520;

    static final int PANEL_HEIGHT = 400;
    static final int SCALE = 2;

    private static final int AXIS_HEIGHT = 46;
    private static final double INSET = 0.03;
    /** Room under accuracy 0, as a share of the height, so that a point there is drawn whole. */
    private static final double FOOT = 0.025;

    private static final Color[] HUES = {
        new Color(0x7d7468), new Color(0x1b5fa8), new Color(0xb4552d), new Color(0x2f7d5b)
    };
    private static final Color INK = new Color(0x24292f);
    private static final Color FAINT = new Color(0x6a737d);
    private static final Color GRID = new Color(0xe6e8eb);

    private CurvesChart() {}

    /** PNG bytes of at least one panel. */
    static byte[] png(List<Panel> panels) throws IOException {
        int width = panels.size() * PANEL_WIDTH;
        var image = new BufferedImage(width * SCALE, PANEL_HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, PANEL_HEIGHT);
            for (int i = 0; i < panels.size(); i++) {
                Graphics2D part = (Graphics2D) graphics.create(i * PANEL_WIDTH, 0, PANEL_WIDTH, PANEL_HEIGHT);
                draw(panels.get(i), part);
                part.dispose();
            }
        } finally {
            graphics.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("this Java runtime has no PNG writer; use a JDK with the java.desktop module");
        }
        return bytes.toByteArray();
    }

    private static void draw(Panel panel, Graphics2D graphics) {
        XYChart chart = new XYChartBuilder()
                .width(PANEL_WIDTH)
                .height(PANEL_HEIGHT - AXIS_HEIGHT)
                .title(panel.title())
                .yAxisTitle("accuracy on unseen problems")
                .build();
        style(chart, panel);
        for (int i = 0; i < panel.lines().size(); i++) {
            addIntervals(chart, panel, panel.lines().get(i), i);
        }
        for (int i = 0; i < panel.lines().size(); i++) {
            addLine(chart, panel, panel.lines().get(i), i);
        }
        chart.paint(graphics, PANEL_WIDTH, PANEL_HEIGHT - AXIS_HEIGHT);
        drawAxis(chart, panel, graphics);
    }

    private static void style(XYChart chart, Panel panel) {
        var style = chart.getStyler();
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setChartPadding(12);
        style.setPlotContentSize(1);
        style.setChartTitleBoxVisible(false);
        style.setChartTitleFont(font(Font.BOLD, 15));
        style.setChartFontColor(INK);
        style.setAxisTitleFont(font(Font.PLAIN, 11));
        style.setAxisTickLabelsFont(font(Font.PLAIN, 11));
        style.setAxisTickLabelsColor(FAINT);
        style.setXAxisTicksVisible(false);
        style.setXAxisTitleVisible(false);
        style.setAxisTicksLineVisible(false);
        style.setAxisTicksMarksVisible(false);
        style.setPlotTicksMarksVisible(false);
        style.setPlotGridVerticalLinesVisible(false);
        style.setPlotGridLinesColor(GRID);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setYAxisTickMarkSpacingHint(44);
        style.setyAxisTickLabelsFormattingFunction(Figures::wholePercent);
        style.setLegendPosition(Styler.LegendPosition.InsideNW);
        style.setLegendBorderColor(new Color(0, true));
        style.setLegendBackgroundColor(new Color(255, 255, 255, 200));
        style.setLegendFont(font(Font.PLAIN, 11));
        style.setMarkerSize(8);
        style.setXAxisMin(-INSET);
        style.setXAxisMax(1 + INSET);
        style.setYAxisMin(-FOOT * panel.top());
        style.setYAxisMax(panel.top());
    }

    private static void addIntervals(XYChart chart, Panel panel, Line line, int index) {
        for (int i = 0; i < line.marks().size(); i++) {
            Mark mark = line.marks().get(i);
            double x = panel.x().position(mark.x());
            XYSeries bar = chart.addSeries(
                    "interval " + index + "." + i, new double[] {x, x}, new double[] {mark.low(), mark.high()});
            Color hue = hue(line);
            bar.setLineColor(new Color(hue.getRed(), hue.getGreen(), hue.getBlue(), 110));
            bar.setLineStyle(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            bar.setMarker(SeriesMarkers.NONE);
            bar.setShowInLegend(false);
        }
    }

    private static void addLine(XYChart chart, Panel panel, Line line, int index) {
        double[] xs = line.marks().stream()
                .mapToDouble(mark -> panel.x().position(mark.x()))
                .toArray();
        double[] ys = line.marks().stream().mapToDouble(Mark::y).toArray();
        XYSeries series = chart.addSeries("line " + index, xs, ys);
        series.setLabel(line.name());
        series.setMarkerColor(hue(line));
        series.setLineColor(hue(line));
        series.setLineStyle(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        switch (line.kind()) {
            case CONNECTED -> series.setMarker(SeriesMarkers.CIRCLE);
            case LONE -> {
                series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
                series.setMarker(SeriesMarkers.DIAMOND);
            }
        }
    }

    private static void drawAxis(XYChart chart, Panel panel, Graphics2D graphics) {
        int bottom = (int) Math.round(chart.getScreenYFromChart(-FOOT * panel.top()));
        double left = chart.getScreenXFromChart(-INSET);
        double right = chart.getScreenXFromChart(1 + INSET);
        graphics.setStroke(new BasicStroke(1));
        graphics.setFont(font(Font.PLAIN, 11));
        graphics.setColor(FAINT);
        graphics.drawLine((int) left, bottom, (int) right, bottom);
        for (Axis.Tick tick : panel.x().ticks()) {
            int x = (int) Math.round(chart.getScreenXFromChart(tick.position()));
            graphics.drawLine(x, bottom, x, bottom + 5);
            centred(graphics, tick.label(), x, bottom + 19);
        }
        if (panel.x() instanceof Axis.Log log && log.zero()) {
            int x = (int) Math.round(chart.getScreenXFromChart(0.065));
            for (int shift : List.of(-3, 3)) {
                graphics.drawLine(x + shift - 3, bottom + 5, x + shift + 3, bottom - 5);
            }
        }
        graphics.setColor(INK);
        centred(graphics, panel.x().label(), (int) ((left + right) / 2), bottom + 42);
    }

    private static void centred(Graphics2D graphics, String text, int x, int y) {
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, y);
    }

    private static Color hue(Line line) {
        return HUES[line.hue()];
    }

    private static Font font(int weight, int size) {
        return new Font(Font.SANS_SERIF, weight, size);
    }
}
