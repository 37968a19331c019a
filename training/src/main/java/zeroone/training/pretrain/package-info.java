/** Pretraining on worked solutions: how a base model comes to try, check and backtrack at all. */
@NullMarked
package zeroone.training.pretrain;

import org.jspecify.annotations.NullMarked;
