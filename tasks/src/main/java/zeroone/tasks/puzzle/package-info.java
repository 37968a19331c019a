/** What all puzzles have in common: drawing one for a split, reading its data and answers strictly, judging. */
@NullMarked
package zeroone.tasks.puzzle;

import org.jspecify.annotations.NullMarked;
