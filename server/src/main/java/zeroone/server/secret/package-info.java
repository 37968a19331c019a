/** Files that only their owner may read. */
@NullMarked
package zeroone.server.secret;

import org.jspecify.annotations.NullMarked;
