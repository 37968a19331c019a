/** Accuracy against compute: the points of the two curves, and the sweep that measures them at test time. */
@NullMarked
package zeroone.evaluation.scaling;

import org.jspecify.annotations.NullMarked;
