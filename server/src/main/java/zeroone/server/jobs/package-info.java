/** Background responses: thoughts that go on for hours, and what of them is kept. */
@NullMarked
package zeroone.server.jobs;

import org.jspecify.annotations.NullMarked;
