/** Arithmetic on dates and on the hands of a clock. */
@NullMarked
package zeroone.tasks.time;

import org.jspecify.annotations.NullMarked;
