/** Written arithmetic: long multiplication, long division, and sums with brackets. */
@NullMarked
package zeroone.tasks.arithmetic;

import org.jspecify.annotations.NullMarked;
