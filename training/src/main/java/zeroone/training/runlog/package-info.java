/** The directory of a run and the lines written into it. */
@NullMarked
package zeroone.training.runlog;

import org.jspecify.annotations.NullMarked;
