/** What people think of answers, kept for whoever trains the next model. */
@NullMarked
package zeroone.server.feedback;

import org.jspecify.annotations.NullMarked;
