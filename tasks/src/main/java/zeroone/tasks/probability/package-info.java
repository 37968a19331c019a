/** Counting and probability, with exact answers. */
@NullMarked
package zeroone.tasks.probability;

import org.jspecify.annotations.NullMarked;
