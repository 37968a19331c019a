/** Facts, where thinking cannot help: capitals, chemical elements, years of events. */
@NullMarked
package zeroone.tasks.facts;

import org.jspecify.annotations.NullMarked;
