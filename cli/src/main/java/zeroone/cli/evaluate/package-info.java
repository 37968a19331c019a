/** What {@code zeroone eval} measures and shows. */
@NullMarked
package zeroone.cli.evaluate;

import org.jspecify.annotations.NullMarked;
