/** From token sequences to log-probabilities and gradients: what every way of training shares. */
@NullMarked
package zeroone.training;

import org.jspecify.annotations.NullMarked;
