package zeroone.tasks.assistant;

import java.time.Duration;
import java.util.List;

/**
 * Runs a program where it can do no harm: no network, nothing writable that outlives it, limited memory and output. Proof
 * assistants are programs with thousands of commands, so they run nowhere else.
 */
@FunctionalInterface
public interface ContainedRun {
    /** Stands in the arguments for the path at which the program sees the file. */
    String FILE = "{file}";

    /**
     * Runs a program to its end or to the limit; it is gone when this returns.
     *
     * @param arguments the absolute path of the program, and its arguments
     * @param fileName name of the one file that the program can read
     * @param content what the file holds
     * @param limit wall time
     */
    Result run(List<String> arguments, String fileName, String content, Duration limit) throws InterruptedException;

    /**
     * What a run did.
     *
     * @param ended whether it ended by itself, not at a limit
     * @param exitCode of a program that ended; anything else otherwise
     * @param output standard output, up to a limit
     * @param errors standard error, up to a limit
     */
    record Result(boolean ended, int exitCode, String output, String errors) {}
}
