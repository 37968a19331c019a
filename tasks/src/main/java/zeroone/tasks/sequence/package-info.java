/** The next term of a sequence, unique within a stated class of rules. */
@NullMarked
package zeroone.tasks.sequence;

import org.jspecify.annotations.NullMarked;
