package zeroone.tasks.sandbox;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a run did.
 *
 * @param ending how it ended
 * @param exitCode present if it ended by itself
 * @param signal number of the signal that ended it, present if one did. An exit code above 128 cannot be told from a
 *     signal, by the convention of shells, and is read as one
 * @param stdout standard output
 * @param stderr standard error
 * @param wallTime from start to end, with the sandbox's own start and end
 * @param cpuTime user and system time of all its processes, and some milliseconds of the sandbox; to 10 ms
 * @param peakMemory the most bytes seen resident; absent if it ended before anybody looked
 */
public record SandboxResult(
        Ending ending,
        OptionalInt exitCode,
        OptionalInt signal,
        Output stdout,
        Output stderr,
        Duration wallTime,
        Duration cpuTime,
        OptionalLong peakMemory) {
    /** Whether it ended by itself and said that all is well. */
    public boolean succeeded() {
        return ending == Ending.EXITED && exitCode.orElse(1) == 0;
    }

    public boolean timedOut() {
        return ending == Ending.WALL_TIME || ending == Ending.CPU_TIME;
    }
}
