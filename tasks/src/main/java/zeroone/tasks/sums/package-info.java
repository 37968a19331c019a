/** Which of several sums makes a number: the smallest task in which a result must be worked out and checked. */
@NullMarked
package zeroone.tasks.sums;

import org.jspecify.annotations.NullMarked;
