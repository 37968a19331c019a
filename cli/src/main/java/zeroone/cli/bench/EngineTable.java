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
        public String head(EngineSubject subject) {
            return String.format(
                    Locale.ROOT,
                    "%s%nmachine: %s%nlargest engine: %s%n%n"
                            + "| test  | batch | depth |        tokens/s | of arithmetic | of bandwidth | of roofline |"
                            + "    memory |%n"
                            + "|-------|------:|------:|----------------:|--------------:|-------------:|------------:|"
                            + "----------:|%n",
                    subject.title(),
                    subject.machine().summary(),
                    subject.largest());
        }

        @Override
        public String row(EngineSubject subject, EngineFigure f) {
            return String.format(
                    Locale.ROOT,
                    "| %-5s | %5d | %5d | %8.1f ± %4.1f | %11.1f %% | %10.1f %% | %9.1f %% | %,6.0f MB |%n",
                    f.test(),
                    f.batch(),
                    f.depth(),
                    f.tokensPerSecond(),
                    f.deviation(),
                    100 * f.arithmetic(),
                    100 * f.memory(),
                    100 * f.roofline(),
                    f.memoryBytes() / 1e6);
        }

        @Override
        public String foot(EngineSubject subject, List<EngineFigure> figures, long residentBytes) {
            return String.format(
                    Locale.ROOT,
                    "%nroofline: the least time that arithmetic and reading memory allow, of the time it took%n"
                            + "resident memory: %,.0f MB%n"
                            + "log-probabilities against float32 weights: mean difference %.1e, largest %.1e (%,d tokens)%n",
                    residentBytes / 1e6,
                    subject.cost().mean(),
                    subject.cost().largest(),
                    subject.cost().tokens());
        }
    },
    /** One line a figure, with a header; what is the same for all is in every line, so that files can be put together. */
    CSV {
        @Override
        public String head(EngineSubject subject) {
            return "test,batch,depth,tokens_per_second,deviation,arithmetic_share,memory_share,roofline_share,memory_bytes,"
                    + "resident_bytes,model,weight_count,weights,threads,float32_flops,bfloat16_flops,"
                    + "read_bytes_per_second,copy_bytes_per_second,log_prob_difference_mean,log_prob_difference_largest\n";
        }

        @Override
        public String row(EngineSubject subject, EngineFigure f) {
            Machine machine = subject.machine();
            return String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%.2f,%.2f,%.4f,%.4f,%.4f,%d,%d,%s,%d,%s,%d,%.0f,%.0f,%.0f,%.0f,%.3e,%.3e\n",
                    f.test(),
                    f.batch(),
                    f.depth(),
                    f.tokensPerSecond(),
                    f.deviation(),
                    f.arithmetic(),
                    f.memory(),
                    f.roofline(),
                    f.memoryBytes(),
                    f.residentBytes(),
                    quoted(subject.model()),
                    subject.weightCount(),
                    subject.formatName(),
                    subject.threads(),
                    machine.float32Flops(),
                    machine.bfloat16Flops(),
                    machine.readBytesPerSecond(),
                    machine.copyBytesPerSecond(),
                    subject.cost().mean(),
                    subject.cost().largest());
        }

        /** A directory may be called anything. */
        private static String quoted(String text) {
            return "\"" + text.replace("\"", "\"\"") + "\"";
        }

        @Override
        public String foot(EngineSubject subject, List<EngineFigure> figures, long residentBytes) {
            return "";
        }
    },
    /** One object with a list of figures. */
    JSON {
        @Override
        public String head(EngineSubject subject) {
            return "";
        }

        @Override
        public String row(EngineSubject subject, EngineFigure figure) {
            return "";
        }

        @Override
        public String foot(EngineSubject subject, List<EngineFigure> figures, long residentBytes) {
            ObjectNode root = JsonMapper.shared().createObjectNode();
            root.put("title", subject.title());
            root.put("model", subject.model());
            root.put("weight_count", subject.weightCount());
            root.put("weights", subject.formatName());
            root.put("threads", subject.threads());
            root.putObject("machine")
                    .put("float32_flops", subject.machine().float32Flops())
                    .put("bfloat16_flops", subject.machine().bfloat16Flops())
                    .put("read_bytes_per_second", subject.machine().readBytesPerSecond())
                    .put("copy_bytes_per_second", subject.machine().copyBytesPerSecond());
            root.put("resident_bytes", residentBytes);
            root.put("log_prob_difference_mean", subject.cost().mean());
            root.put("log_prob_difference_largest", subject.cost().largest());
            for (EngineFigure f : figures) {
                root.withArray("figures")
                        .addObject()
                        .put("test", f.test())
                        .put("batch", f.batch())
                        .put("depth", f.depth())
                        .put("tokens_per_second", f.tokensPerSecond())
                        .put("deviation", f.deviation())
                        .put("arithmetic_share", f.arithmetic())
                        .put("memory_share", f.memory())
                        .put("roofline_share", f.roofline())
                        .put("memory_bytes", f.memoryBytes())
                        .put("resident_bytes", f.residentBytes());
            }
            return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        }
    };

    /** What comes before the first figure. */
    public abstract String head(EngineSubject subject);

    public abstract String row(EngineSubject subject, EngineFigure figure);

    /** What comes after the last figure. */
    public abstract String foot(EngineSubject subject, List<EngineFigure> figures, long residentBytes);
}
