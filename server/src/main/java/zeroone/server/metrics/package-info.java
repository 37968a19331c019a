/** What the server counts, in Prometheus' text format, under vLLM's names where they mean the same. */
@NullMarked
package zeroone.server.metrics;

import org.jspecify.annotations.NullMarked;
