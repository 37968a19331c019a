/**
 * Mathematical answers compared exactly: LaTeX or plain text in, exact values in a small algebra of rationals, radicals and
 * independent constants out.
 */
@NullMarked
package zeroone.tasks.mathematics;

import org.jspecify.annotations.NullMarked;
