/** Who may ask: keys, what they may see, and how often. */
@NullMarked
package zeroone.server.auth;

import org.jspecify.annotations.NullMarked;
