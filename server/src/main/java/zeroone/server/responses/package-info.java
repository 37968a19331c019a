/** {@code /v1/responses}: answers with their thoughts as items, streams of numbered events, follow-ups, background. */
@NullMarked
package zeroone.server.responses;

import org.jspecify.annotations.NullMarked;
