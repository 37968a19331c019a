/** Small fakes and contract tests. */
@NullMarked
package zeroone.testkit;

import org.jspecify.annotations.NullMarked;
