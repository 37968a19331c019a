/** Jugs: measure an amount of water by filling, emptying and pouring. */
@NullMarked
package zeroone.tasks.jugs;

import org.jspecify.annotations.NullMarked;
