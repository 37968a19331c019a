/** Propositional proofs by natural deduction, checked line by line by a small kernel. */
@NullMarked
package zeroone.tasks.deduction;

import org.jspecify.annotations.NullMarked;
