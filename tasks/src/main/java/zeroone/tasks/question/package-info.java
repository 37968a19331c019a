/** Questions with a reference answer, compared as text or as an exact number. */
@NullMarked
package zeroone.tasks.question;

import org.jspecify.annotations.NullMarked;
