/** Mathematical answers compared exactly: LaTeX or plain text in, values in a small exact algebra out. */
@NullMarked
package zeroone.tasks.mathematics;

import org.jspecify.annotations.NullMarked;
