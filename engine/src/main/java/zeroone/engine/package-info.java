/** Turns a model into a fast Generator: batching, KV cache, sampling, thinking budget. */
@NullMarked
package zeroone.engine;

import org.jspecify.annotations.NullMarked;
