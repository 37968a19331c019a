/** Chat templates: a bounded interpreter of the Jinja that Hugging Face models ship, and prompts in token ids. */
@NullMarked
package zeroone.text.template;

import org.jspecify.annotations.NullMarked;
