/** The {@link zeroone.text.generation.Generator} contract: what is asked of a model and what comes back, in token ids. */
@NullMarked
package zeroone.text.generation;

import org.jspecify.annotations.NullMarked;
