/** From what a client asks to what a model generates, and back: budgets, samples, text, usage. */
@NullMarked
package zeroone.server.inference;

import org.jspecify.annotations.NullMarked;
