/** Requests and replies over HTTP: strict JSON, errors in OpenAI's form, event streams. */
@NullMarked
package zeroone.server.http;

import org.jspecify.annotations.NullMarked;
