/** What a command shows while it works: progress, streamed thoughts, and a clean stop on Ctrl-C. */
@NullMarked
package zeroone.cli.console;

import org.jspecify.annotations.NullMarked;
