/** Queens: complete a board with blocked squares so that no queen attacks another. */
@NullMarked
package zeroone.tasks.queens;

import org.jspecify.annotations.NullMarked;
