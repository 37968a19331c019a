/** What {@code zeroone bench} measures: this machine's limits, and how near sampling and training come to them. */
@NullMarked
package zeroone.cli.bench;

import org.jspecify.annotations.NullMarked;
