/** Tokenizers of Hugging Face model directories: read, written, and streamed back into text. */
@NullMarked
package zeroone.text.tokenizer;

import org.jspecify.annotations.NullMarked;
