/** What the world sees of a thought: all of it, a summary from its own steps, nothing, or bytes that only we can read. */
@NullMarked
package zeroone.server.thought;

import org.jspecify.annotations.NullMarked;
