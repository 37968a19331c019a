/** Numbers written in other ways: bases from 2 to 36, Roman numerals. */
@NullMarked
package zeroone.tasks.numerals;

import org.jspecify.annotations.NullMarked;
