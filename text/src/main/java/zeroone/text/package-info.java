/** Text into and out of a model: messages, tokenizer, chat template, where a thought begins and ends, the Generator contract. */
@NullMarked
package zeroone.text;

import org.jspecify.annotations.NullMarked;
