/** Which endpoint answers which path, and for whom. */
@NullMarked
package zeroone.server.route;

import org.jspecify.annotations.NullMarked;
