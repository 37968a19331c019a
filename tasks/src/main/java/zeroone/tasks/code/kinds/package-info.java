/** Kinds of programming problems: what is asked, random tests, reference solutions, and programs that people wrote. */
@NullMarked
package zeroone.tasks.code.kinds;

import org.jspecify.annotations.NullMarked;
