/** Recipes: TOML files bound strictly to trees of validated records, and written back. */
@NullMarked
package zeroone.cli.recipe;

import org.jspecify.annotations.NullMarked;
