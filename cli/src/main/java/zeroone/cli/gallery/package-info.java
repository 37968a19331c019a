/** The document of all tasks, made from the tasks themselves. */
@NullMarked
package zeroone.cli.gallery;

import org.jspecify.annotations.NullMarked;
