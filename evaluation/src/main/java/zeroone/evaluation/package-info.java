/** Measures: scaling curves, pass@k, behaviour of thoughts, reports. */
@NullMarked
package zeroone.evaluation;

import org.jspecify.annotations.NullMarked;
