/** Commands; binds recipe files to config records; wires everything. */
@NullMarked
package zeroone.cli;

import org.jspecify.annotations.NullMarked;
