/** Which tasks and verifiers there are, by name, and problems read from a file. */
@NullMarked
package zeroone.tasks.catalog;

import org.jspecify.annotations.NullMarked;
