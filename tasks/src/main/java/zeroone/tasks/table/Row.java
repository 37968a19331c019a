package zeroone.tasks.table;

import tools.jackson.databind.node.ObjectNode;

/** One row of a table, or why it cannot be read. */
public sealed interface Row {
    /** Counted from 1; the line of the file where rows are lines. */
    long number();

    record Fields(long number, ObjectNode fields) implements Row {}

    record Broken(long number, String reason) implements Row {}
}
