/** Word problems: short stories with numbers that matter and numbers that do not. */
@NullMarked
package zeroone.tasks.stories;

import org.jspecify.annotations.NullMarked;
