/** The files of a Hugging Face model directory: configurations as records, weights as memory-mapped safetensors. */
@NullMarked
package zeroone.model.huggingface;

import org.jspecify.annotations.NullMarked;
