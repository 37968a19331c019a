/** Futoshiki: fill a Latin square so that every inequality between neighbouring cells holds. */
@NullMarked
package zeroone.tasks.futoshiki;

import org.jspecify.annotations.NullMarked;
