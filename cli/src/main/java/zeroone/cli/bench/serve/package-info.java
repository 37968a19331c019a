/** What {@code zeroone bench serve} measures: many streams at once, as their clients see them. */
@NullMarked
package zeroone.cli.bench.serve;

import org.jspecify.annotations.NullMarked;
