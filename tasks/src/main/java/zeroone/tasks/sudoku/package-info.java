/** Sudoku: fill a grid so that every row, column and box holds every digit once. */
@NullMarked
package zeroone.tasks.sudoku;

import org.jspecify.annotations.NullMarked;
