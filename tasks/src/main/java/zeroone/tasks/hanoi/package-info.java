/** Towers of Hanoi: move discs from any position to any other. */
@NullMarked
package zeroone.tasks.hanoi;

import org.jspecify.annotations.NullMarked;
