/** The decoder written for a CPU: packed products between hand-written vector loops, over a paged key-value cache. */
@NullMarked
package zeroone.engine.cpu;

import org.jspecify.annotations.NullMarked;
