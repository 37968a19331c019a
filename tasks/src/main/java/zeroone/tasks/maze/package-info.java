/** Mazes: a shortest way through a grid with walls. */
@NullMarked
package zeroone.tasks.maze;

import org.jspecify.annotations.NullMarked;
