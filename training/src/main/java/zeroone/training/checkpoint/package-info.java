/** Checkpoints from which a run continues exactly. */
@NullMarked
package zeroone.training.checkpoint;

import org.jspecify.annotations.NullMarked;
