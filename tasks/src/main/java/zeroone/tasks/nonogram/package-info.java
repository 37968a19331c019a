/** Nonograms: fill cells so that each row and column has blocks of the lengths told. */
@NullMarked
package zeroone.tasks.nonogram;

import org.jspecify.annotations.NullMarked;
