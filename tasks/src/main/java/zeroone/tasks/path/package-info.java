/** Puzzles that are solved by a sequence of moves from a start to a goal: search, notes, and reading the notes. */
@NullMarked
package zeroone.tasks.path;

import org.jspecify.annotations.NullMarked;
