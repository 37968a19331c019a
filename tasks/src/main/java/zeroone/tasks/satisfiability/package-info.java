/** 3-SAT: find truth values that satisfy every clause of three literals. */
@NullMarked
package zeroone.tasks.satisfiability;

import org.jspecify.annotations.NullMarked;
