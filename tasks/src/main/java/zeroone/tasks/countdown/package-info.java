/** Countdown: combine given numbers into a target, each number exactly once. */
@NullMarked
package zeroone.tasks.countdown;

import org.jspecify.annotations.NullMarked;
