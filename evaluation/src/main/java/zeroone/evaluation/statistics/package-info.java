/** Shares and means with honest intervals: every number that is shown carries its uncertainty. */
@NullMarked
package zeroone.evaluation.statistics;

import org.jspecify.annotations.NullMarked;
