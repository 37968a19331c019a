/** Puzzles that are solved by giving every variable one of a few values: search, notes, and reading the notes. */
@NullMarked
package zeroone.tasks.constraint;

import org.jspecify.annotations.NullMarked;
