/** {@code /v1/completions}: text that goes on, without chat; and how likely a given text is. */
@NullMarked
package zeroone.server.completions;

import org.jspecify.annotations.NullMarked;
