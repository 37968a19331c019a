/** Exact work on letters and lists: ciphers, steps of rewriting, counting, sorting. */
@NullMarked
package zeroone.tasks.letters;

import org.jspecify.annotations.NullMarked;
