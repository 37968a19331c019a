/** Multiple-choice science: physics, chemistry and units, with exact numbers and wrong options that come from mistakes. */
@NullMarked
package zeroone.tasks.science;

import org.jspecify.annotations.NullMarked;
