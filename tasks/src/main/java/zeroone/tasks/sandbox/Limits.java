package zeroone.tasks.sandbox;

import java.time.Duration;

/**
 * How much one run may use. A program that goes beyond wall time, processor time, memory or output is killed; beyond the
 * others its system calls fail.
 *
 * @param wallTime from start to end
 * @param cpuTime of all its processes and threads together
 * @param memory bytes resident in all its processes together
 * @param addressSpace bytes of virtual memory in one process; more than {@code memory}, since runtimes reserve more than
 *     they touch. The hard bound between two looks at the memory
 * @param processes processes and threads at one time
 * @param output bytes of standard output; standard error has the same bound of its own
 * @param workBytes size of the writable directory {@code /work}, in memory; 0 for no writable place at all
 */
public record Limits(
        Duration wallTime,
        Duration cpuTime,
        long memory,
        long addressSpace,
        int processes,
        long output,
        long workBytes) {
    private static final long MEBIBYTE = 1 << 20;

    /** Two seconds of one processor, 256 MiB, 1 MiB of output, one process, nothing writable. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(2), 256 * MEBIBYTE, 512 * MEBIBYTE, 1, MEBIBYTE, 0);

    public Limits {
        range("wallTime in ms", wallTime.toMillis(), 1, Duration.ofHours(1).toMillis());
        range("cpuTime in ms", cpuTime.toMillis(), 1, Duration.ofHours(1).toMillis());
        range("memory", memory, MEBIBYTE, 1L << 40);
        range("addressSpace", addressSpace, memory, 1L << 44);
        range("processes", processes, 1, 10_000);
        range("output", output, 0, 1 << 30);
        range("workBytes", workBytes, 0, 1L << 36);
    }

    public Limits withWallTime(Duration time) {
        return new Limits(time, cpuTime, memory, addressSpace, processes, output, workBytes);
    }

    public Limits withCpuTime(Duration time) {
        return new Limits(wallTime, time, memory, addressSpace, processes, output, workBytes);
    }

    /** Bytes resident, and what a process may reserve beyond them. */
    public Limits withMemory(long bytes, long reserve) {
        return new Limits(wallTime, cpuTime, bytes, Math.addExact(bytes, reserve), processes, output, workBytes);
    }

    public Limits withProcesses(int count) {
        return new Limits(wallTime, cpuTime, memory, addressSpace, count, output, workBytes);
    }

    public Limits withOutput(long bytes) {
        return new Limits(wallTime, cpuTime, memory, addressSpace, processes, bytes, workBytes);
    }

    public Limits withWorkBytes(long bytes) {
        return new Limits(wallTime, cpuTime, memory, addressSpace, processes, output, bytes);
    }

    private static void range(String name, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "the limit " + name + " must be in [" + low + ", " + high + "], not " + value);
        }
    }
}
