/** Graphs as several tasks need them: an order of the vertices that does not depend on their names. */
@NullMarked
package zeroone.tasks.graph;

import org.jspecify.annotations.NullMarked;
