/** The runs behind the train command: recipes bound to records, and the loops that carry them out. */
@NullMarked
package zeroone.cli.train;

import org.jspecify.annotations.NullMarked;
