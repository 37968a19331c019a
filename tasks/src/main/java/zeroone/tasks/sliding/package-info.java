/** Sliding tiles: put the tiles of a small frame in order by sliding them into the gap. */
@NullMarked
package zeroone.tasks.sliding;

import org.jspecify.annotations.NullMarked;
