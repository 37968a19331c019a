/** Judges programs as contests do: compiled and run in the sandbox, test by test, within limits, scored by subtask. */
@NullMarked
package zeroone.tasks.code.judge;

import org.jspecify.annotations.NullMarked;
