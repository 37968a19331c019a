package zeroone.cli.bench;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How figures of an engine are written down. */
public enum EngineTable {
    /** A table for people, and for documents. */
    MARKDOWN {
        @Override
        public String head(String title, Machine machine) {
            return String.format(
                    Locale.ROOT,
                    "%s%nmachine: float32 %.0f GFLOP/s, bfloat16 %.0f GFLOP/s, memory %.1f GB/s%n%n"
                            + "| test  | batch | depth |        tokens/s | of arithmetic | of bandwidth |%n"
                            + "|-------|------:|------:|----------------:|--------------:|-------------:|%n",
                    title,
                    machine.float32Flops() / 1e9,
                    machine.bfloat16Flops() / 1e9,
                    machine.bytesPerSecond() / 1e9);
        }

        @Override
        public String row(EngineFigure f) {
            return String.format(
                    Locale.ROOT,
                    "| %-5s | %5d | %5d | %8.1f ± %4.1f | %11.1f %% | %10.1f %% |%n",
                    f.test(),
                    f.batch(),
                    f.depth(),
                    f.tokensPerSecond(),
                    f.deviation(),
                    100 * f.arithmetic(),
                    100 * f.memory());
        }

        @Override
        public String foot(List<EngineFigure> figures, PrecisionCost cost, long residentBytes) {
            return String.format(
                    Locale.ROOT,
                    "%nresident memory: %,.0f MB%n"
                            + "log-probabilities against float32 weights: mean difference %.1e, largest %.1e (%,d tokens)%n",
                    residentBytes / 1e6,
                    cost.mean(),
                    cost.largest(),
                    cost.tokens());
        }
    },
    /** One line a figure, with a header. */
    CSV {
        @Override
        public String head(String title, Machine machine) {
            return EngineFigure.CSV_HEADER + "\n";
        }

        @Override
        public String row(EngineFigure figure) {
            return figure.csv() + "\n";
        }

        @Override
        public String foot(List<EngineFigure> figures, PrecisionCost cost, long residentBytes) {
            return "";
        }
    },
    /** One object with a list of figures. */
    JSON {
        @Override
        public String head(String title, Machine machine) {
            return "";
        }

        @Override
        public String row(EngineFigure figure) {
            return "";
        }

        @Override
        public String foot(List<EngineFigure> figures, PrecisionCost cost, long residentBytes) {
            ObjectNode root = JsonMapper.shared().createObjectNode();
            root.put("resident_bytes", residentBytes);
            root.put("log_prob_difference_mean", cost.mean());
            root.put("log_prob_difference_largest", cost.largest());
            for (EngineFigure f : figures) {
                root.withArray("figures")
                        .addObject()
                        .put("test", f.test())
                        .put("batch", f.batch())
                        .put("depth", f.depth())
                        .put("tokens_per_second", f.tokensPerSecond())
                        .put("deviation", f.deviation())
                        .put("arithmetic_share", f.arithmetic())
                        .put("memory_share", f.memory());
            }
            return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        }
    };

    /** What comes before the first figure. */
    public abstract String head(String title, Machine machine);

    public abstract String row(EngineFigure figure);

    /** What comes after the last figure. */
    public abstract String foot(List<EngineFigure> figures, PrecisionCost cost, long residentBytes);
}
