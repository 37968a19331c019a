/** Spends more inference per question, over any Generator. */
@NullMarked
package zeroone.search;

import org.jspecify.annotations.NullMarked;
