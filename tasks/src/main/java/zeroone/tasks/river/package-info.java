/** River crossing: carry things over in a small boat without leaving together what may not be. */
@NullMarked
package zeroone.tasks.river;

import org.jspecify.annotations.NullMarked;
