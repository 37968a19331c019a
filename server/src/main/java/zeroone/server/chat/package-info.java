/** {@code /v1/chat/completions}. */
@NullMarked
package zeroone.server.chat;

import org.jspecify.annotations.NullMarked;
