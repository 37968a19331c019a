package zeroone.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartsTest {
    private final Report report = ExampleReports.full();

    @Test
    void the_two_curves_stand_side_by_side_on_the_same_vertical_scale() {
        List<Panel> panels = ReportPanels.curves(report);

        assertThat(panels).extracting(Panel::title).containsExactly("Training compute", "Test-time compute");
        assertThat(panels.get(0).top()).isEqualTo(panels.get(1).top());
        assertThat(panels.get(0).x()).isInstanceOf(Axis.Linear.class);
        assertThat(panels.get(1).x()).isInstanceOf(Axis.Log.class);
    }

    @Test
    void strategies_never_share_a_line() {
        assertThat(ReportPanels.curves(report).get(1).lines())
                .extracting(Line::name)
                .containsExactly(
                        "base, forced budget",
                        "trained, forced budget",
                        "base, natural length",
                        "trained, natural length");
        assertThat(ReportPanels.curves(report).get(1).lines().get(0).marks()).hasSize(7);
        assertThat(ReportPanels.curves(report).get(1).lines().get(2).kind()).isEqualTo(Line.Kind.LONE);
        assertThat(ReportPanels.parallel(report))
                .extracting(Panel::title)
                .containsExactly("Majority vote of k", "pass@k");
    }

    @Test
    void the_vertical_axis_ends_just_above_the_highest_interval() {
        assertThat(topFor(0.07)).isEqualTo(0.1);
        assertThat(topFor(0.41)).isEqualTo(0.5);
        assertThat(topFor(0.65)).isEqualTo(0.8);
        assertThat(topFor(1.0)).isEqualTo(1);
    }

    @Test
    void the_picture_is_a_png_of_two_panels_with_both_models_in_it() throws Exception {
        byte[] png = CurvesChart.png(ReportPanels.curves(report));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(2 * CurvesChart.PANEL_WIDTH * CurvesChart.SCALE);
        assertThat(image.getHeight()).isEqualTo(CurvesChart.PANEL_HEIGHT * CurvesChart.SCALE);
        int trained = 0xff1b5fa8;
        int base = 0xff7d7468;
        int half = image.getWidth() / 2;
        assertThat(colours(image, 0, half)).contains(trained);
        assertThat(colours(image, half, image.getWidth())).contains(trained, base);
    }

    @Test
    void a_name_that_looks_like_markup_or_a_formula_is_drawn_as_it_is() throws Exception {
        Line line =
                new Line("$\\frac{1}{2}$ <b>", 0, Line.Kind.CONNECTED, List.of(new Mark(16, .5, .4, .6, "</title>")));
        Panel panel = new Panel("a < b & c", "\"quoted\"", Axis.Log.of("x > 0", new double[] {16}), 1, List.of(line));

        assertThat(ImageIO.read(new ByteArrayInputStream(CurvesChart.png(List.of(panel)))))
                .isNotNull();
        assertThat(parse(SvgChart.of(panel))
                        .getElementsByTagName("title")
                        .item(0)
                        .getTextContent())
                .isEqualTo("</title>");
    }

    @Test
    void the_drawing_on_the_page_has_every_point_with_its_interval_and_says_what_it_is() throws Exception {
        Document svg = parse(SvgChart.of(ReportPanels.curves(report).get(1)));

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(14);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .startsWith("base, forced budget, budget 0: 6.0\u00a0% [3.5\u00a0%, 10.2\u00a0%], n = 200")
                .endsWith("12 tokens, 16.8MFLOP a problem");
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("tokens of thought allowed (log scale)", "accuracy on unseen problems", "256");
    }

    private static double topFor(double highest) {
        Mark mark = new Mark(1, highest / 2, 0, highest, "");
        return Panel.topOf(List.of(new Line("m", 0, Line.Kind.CONNECTED, List.of(mark))));
    }

    private static Set<Integer> colours(BufferedImage image, int from, int to) {
        Set<Integer> colours = new HashSet<>();
        for (int x = from; x < to; x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
