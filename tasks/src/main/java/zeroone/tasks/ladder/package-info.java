/** Word ladders: from one word to another by changing one letter at a time, within a given list of words. */
@NullMarked
package zeroone.tasks.ladder;

import org.jspecify.annotations.NullMarked;
