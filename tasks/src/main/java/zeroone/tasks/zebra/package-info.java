/** Zebra puzzles: who lives where with what, from clues; exactly one arrangement fits them. */
@NullMarked
package zeroone.tasks.zebra;

import org.jspecify.annotations.NullMarked;
