/** What happens in thoughts, summed over many: backtracks, checks, and whether the checks are right. */
@NullMarked
package zeroone.evaluation.behaviour;

import org.jspecify.annotations.NullMarked;
