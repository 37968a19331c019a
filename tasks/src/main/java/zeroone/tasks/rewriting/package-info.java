/** Equational proofs: chains of terms in which each follows from the one before by one of the given equations. */
@NullMarked
package zeroone.tasks.rewriting;

import org.jspecify.annotations.NullMarked;
