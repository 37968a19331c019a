/** What the commands that serve a model are made of. */
@NullMarked
package zeroone.cli.serve;

import org.jspecify.annotations.NullMarked;
