/** Verifiers that a problem file can name for questions of one's own: exact, number, choice, regex. */
@NullMarked
package zeroone.tasks.question;

import org.jspecify.annotations.NullMarked;
