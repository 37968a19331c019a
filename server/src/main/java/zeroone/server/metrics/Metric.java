package zeroone.server.metrics;

/** Something that is counted, in Prometheus' text format. */
sealed interface Metric permits Sum, Histogram {
    void write(StringBuilder out);

    static void head(StringBuilder out, String name, String help, String type) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    static void line(StringBuilder out, String name, String labels, String value) {
        out.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }
}
