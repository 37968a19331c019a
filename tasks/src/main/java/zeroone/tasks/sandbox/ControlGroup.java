package zeroone.tasks.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** A version 2 control group for one run: the kernel counts memory and processes of all in it together. */
record ControlGroup(Path directory) {
    /** The shell, timeout, bwrap and its first process are in the group, too. */
    private static final int OWN_PROCESSES = 5;

    static ControlGroup create(Path parent, String name, Limits limits) throws IOException {
        ControlGroup group = new ControlGroup(Files.createDirectory(parent.resolve(name)));
        try {
            group.write("memory.max", limits.memory());
            group.write("pids.max", limits.processes() + OWN_PROCESSES);
            if (Files.exists(group.directory.resolve("memory.swap.max"))) {
                group.write("memory.swap.max", 0);
            }
        } catch (IOException failure) {
            group.remove();
            throw failure;
        }
        return group;
    }

    /** Whether the kernel killed something in it for want of memory. */
    boolean ranOutOfMemory() {
        return read("memory.events")
                .lines()
                .anyMatch(line -> line.startsWith("oom_kill ") && !line.equals("oom_kill 0"));
    }

    OptionalLong peakMemory() {
        String peak = read("memory.peak").strip();
        return peak.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(peak)) : OptionalLong.empty();
    }

    /** Kills whoever is left in it, and removes it. */
    void remove() throws IOException {
        Path kill = directory.resolve("cgroup.kill");
        if (Files.exists(kill)) {
            Files.writeString(kill, "1");
        }
        long end = System.nanoTime() + 2_000_000_000L;
        while (true) {
            try {
                Files.delete(directory);
                return;
            } catch (IOException stillDying) {
                if (System.nanoTime() > end) {
                    throw stillDying;
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private void write(String file, long value) throws IOException {
        Files.writeString(directory.resolve(file), Long.toString(value));
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException unknownToThisKernel) {
            return "";
        }
    }
}
