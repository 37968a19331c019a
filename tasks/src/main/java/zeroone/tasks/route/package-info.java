/** Shortest paths: a way along roads of given lengths that is as short as any. */
@NullMarked
package zeroone.tasks.route;

import org.jspecify.annotations.NullMarked;
