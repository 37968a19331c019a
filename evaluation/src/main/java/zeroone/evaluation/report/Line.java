package zeroone.evaluation.report;

import java.util.List;

/**
 * Points of one model and one strategy.
 *
 * @param hue index of the model's colour, the same everywhere in the report
 */
record Line(String name, int hue, Kind kind, List<Mark> marks) {
    enum Kind {
        CONNECTED,
        /** Single points that are no curve. */
        LONE
    }

    Line {
        marks = List.copyOf(marks);
    }
}
