/** Runs programs that nobody trusts, where this machine can contain them, and refuses to where it cannot. */
@NullMarked
package zeroone.tasks.sandbox;

import org.jspecify.annotations.NullMarked;
