/** A model with everything that is needed to talk to it, from one directory. */
@NullMarked
package zeroone.cli.model;

import org.jspecify.annotations.NullMarked;
