/** Proofs checked by a proof assistant that is installed on the machine: Coq or Lean. */
@NullMarked
package zeroone.tasks.assistant;

import org.jspecify.annotations.NullMarked;
