/** Run directories as they lie on disk: which there are, how far each came, and what its last numbers are. */
@NullMarked
package zeroone.cli.runs;

import org.jspecify.annotations.NullMarked;
