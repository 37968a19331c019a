/** Exact rational numbers and sums written with them, read strictly. */
@NullMarked
package zeroone.tasks.exact;

import org.jspecify.annotations.NullMarked;
