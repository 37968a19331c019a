/** OpenAI-compatible HTTP over any streaming generator. */
@NullMarked
package zeroone.server;

import org.jspecify.annotations.NullMarked;
