/** Questions typed by people that a verifier knows how to judge. */
@NullMarked
package zeroone.cli.question;

import org.jspecify.annotations.NullMarked;
