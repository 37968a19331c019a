/** Answers that must be JSON of a given schema: the schema becomes a grammar, the grammar a mask over tokens. */
@NullMarked
package zeroone.server.schema;

import org.jspecify.annotations.NullMarked;
