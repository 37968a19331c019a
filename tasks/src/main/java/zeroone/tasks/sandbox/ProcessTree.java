package zeroone.tasks.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A process and all that descend from it, as the kernel shows them in {@code /proc}. */
record ProcessTree(long root) {
    /** More than a sandbox may hold: whoever looks must come to an end, too. */
    private static final int MOST = 20_000;

    /** The unit of times in {@code stat}: the same on every Linux. */
    private static final long TICKS_A_SECOND = 100;

    /** Fields of {@code stat}, counted after the name of the program, which may hold blanks and brackets itself. */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;
    private static final int CHILDRENS_USER_TIME = 13;
    private static final int CHILDRENS_SYSTEM_TIME = 14;

    /**
     * What a tree of processes uses.
     *
     * @param cpuTime of the living, and of the dead whom their parents have waited for
     * @param resident bytes; memory that processes share is counted in each
     */
    record Usage(Duration cpuTime, long resident) {}

    Usage usage() {
        long ticks = 0;
        long resident = 0;
        for (long process : processes()) {
            String[] fields = stat(process);
            if (fields.length > CHILDRENS_SYSTEM_TIME) {
                ticks += Long.parseLong(fields[USER_TIME])
                        + Long.parseLong(fields[SYSTEM_TIME])
                        + Long.parseLong(fields[CHILDRENS_USER_TIME])
                        + Long.parseLong(fields[CHILDRENS_SYSTEM_TIME]);
                resident += kibibytes(process, "status", "VmRSS:") << 10;
            }
        }
        return new Usage(Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND), resident);
    }

    /**
     * The bytes that these processes hold, memory that several share counted once: slower, and less than {@link
     * Usage#resident} where a process has forked.
     */
    long proportional() {
        long bytes = 0;
        for (long process : processes()) {
            bytes += kibibytes(process, "smaps_rollup", "Pss:") << 10;
        }
        return bytes;
    }

    /** The root first, parents before children; those that end meanwhile may be missing. */
    List<Long> processes() {
        List<Long> found = new ArrayList<>();
        Deque<Long> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty() && found.size() < MOST) {
            long process = left.removeFirst();
            found.add(process);
            try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", "" + process, "task"))) {
                for (Path thread : threads) {
                    for (String child :
                            Files.readString(thread.resolve("children")).split(" ", -1)) {
                        if (!child.isBlank()) {
                            left.add(Long.parseLong(child.strip()));
                        }
                    }
                }
            } catch (IOException | DirectoryIteratorException gone) {
                continue;
            }
        }
        return found;
    }

    /** The number in a line of a process's file; 0 once the process is gone, and for what has no memory of its own. */
    private static long kibibytes(long process, String file, String name) {
        try {
            return Files.readString(Path.of("/proc", "" + process, file))
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static String[] stat(long process) {
        try {
            String line = Files.readString(Path.of("/proc", "" + process, "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
