/** Reinforcement learning with verifiable rewards: rollouts, advantages, the policy loss and the loop. */
@NullMarked
package zeroone.training.rl;

import org.jspecify.annotations.NullMarked;
