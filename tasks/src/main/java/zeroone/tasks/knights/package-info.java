/** Knights and knaves: who always tells the truth and who always lies, from what they say of each other. */
@NullMarked
package zeroone.tasks.knights;

import org.jspecify.annotations.NullMarked;
