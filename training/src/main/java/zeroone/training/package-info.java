/** Makes and improves models: pretraining, reinforcement learning with verifiable rewards, checkpoints, the run log. */
@NullMarked
package zeroone.training;

import org.jspecify.annotations.NullMarked;
