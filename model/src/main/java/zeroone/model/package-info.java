/** Llama-family decoders as Hugging Face directories. */
@NullMarked
package zeroone.model;

import org.jspecify.annotations.NullMarked;
