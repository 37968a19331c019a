/** Small exact logic: syllogisms, truth tables, counting with sets. */
@NullMarked
package zeroone.tasks.logic;

import org.jspecify.annotations.NullMarked;
