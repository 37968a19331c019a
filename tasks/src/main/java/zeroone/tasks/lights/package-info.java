/** Lights out: switch all lamps of a grid off; pressing one switches its neighbours, too. */
@NullMarked
package zeroone.tasks.lights;

import org.jspecify.annotations.NullMarked;
