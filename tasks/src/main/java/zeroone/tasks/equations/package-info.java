/** Linear and quadratic equations and systems of linear equations, solved exactly. */
@NullMarked
package zeroone.tasks.equations;

import org.jspecify.annotations.NullMarked;
