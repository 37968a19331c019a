/** Graph colouring: give every vertex a colour so that vertices joined by an edge differ. */
@NullMarked
package zeroone.tasks.colouring;

import org.jspecify.annotations.NullMarked;
