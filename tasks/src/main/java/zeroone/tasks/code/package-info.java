/** Programming problems: generated ones and a user's own, the form of answers, and the verifier that runs them. */
@NullMarked
package zeroone.tasks.code;

import org.jspecify.annotations.NullMarked;
