/** Runs of {@code zeroone train}: their recipes, what they show, what they write, and how they stop and go on. */
@NullMarked
package zeroone.cli.train;

import org.jspecify.annotations.NullMarked;
