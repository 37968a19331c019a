/** Problems that can be checked: problem generators, verifiers, verdicts, worked solutions. */
@NullMarked
package zeroone.tasks;

import org.jspecify.annotations.NullMarked;
