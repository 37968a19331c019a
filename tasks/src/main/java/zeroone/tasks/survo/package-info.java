/** Survo: fill a grid with the numbers 1 to n, each once, so that rows and columns have given sums. */
@NullMarked
package zeroone.tasks.survo;

import org.jspecify.annotations.NullMarked;
