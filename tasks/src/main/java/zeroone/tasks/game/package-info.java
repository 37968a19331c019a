/** Games of several turns, in text, against exact or searching opponents: environments that answer back. */
@NullMarked
package zeroone.tasks.game;

import org.jspecify.annotations.NullMarked;
