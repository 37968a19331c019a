/** The commands, thin: each reads its arguments, wires the parts and calls one method. */
@NullMarked
package zeroone.cli;

import org.jspecify.annotations.NullMarked;
