package zeroone.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import zeroone.model.CausalLm;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.WeightFormat;

/**
 * The memory that a machine has left. Pages of a cache are only taken when they are first written, so one that is too
 * large would be noticed by the system, hours later, and end in a kill: it is refused before anything is allocated.
 *
 * @param available bytes that can be taken without taking them from others
 */
public record MachineMemory(long available) {
    /** What a cache that nobody gave a size takes at most of what weights and workspace leave; Java's heap grows, too. */
    static final double CACHE_SHARE = 0.75;

    private static final Path LINUX = Path.of("/proc/meminfo");

    public MachineMemory {
        if (available < 0) {
            throw new IllegalArgumentException("the available bytes must not be negative: " + available);
        }
    }

    /** This machine's, now. */
    public static MachineMemory now() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        // A container may have less than its machine. Only Linux tells what others would give back of their caches, so
        // elsewhere only what can never fit is refused.
        long most = Math.max(0, system.getTotalMemorySize() - NativeLibrary.residentBytes());
        try {
            OptionalLong free = Files.isReadable(LINUX) ? available(Files.readAllLines(LINUX)) : OptionalLong.empty();
            return new MachineMemory(Math.min(most, free.orElse(most)));
        } catch (IOException e) {
            throw new UncheckedIOException("the available memory cannot be read from " + LINUX, e);
        }
    }

    /** What Linux says that new programs can take, in bytes; empty if it does not. */
    static OptionalLong available(List<String> lines) {
        return lines.stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(words -> words.length == 3 && words[0].equals("MemAvailable:") && words[2].equals("kB"))
                .mapToLong(words -> 1024 * Long.parseLong(words[1]))
                .findFirst();
    }

    /**
     * The configuration with a cache that fits beside everything else: as it is if it does, or, where nobody gave the cache
     * a size, with a smaller one.
     *
     * @param model in memory already
     * @throws IllegalArgumentException if what was asked for does not fit, or not one sequence of the whole context
     */
    public EngineConfig fit(CausalLm model, WeightFormat format, int threads, EngineConfig config) {
        MemoryPlan plan = Engine.plan(model, format, threads, config);
        if (config.cacheBytes().isPresent()) {
            require(plan);
            return config;
        }
        long most = (long) (CACHE_SHARE * (available - plan.packed() - plan.workspace()));
        if (plan.keyValues() <= most) {
            return config;
        }
        long one = PackedRunner.sequenceBytes(model, format, config);
        if (one > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "keys and values of one sequence of %,d tokens take %s: the machine has %s available, packed weights"
                            + " take %s of it and the workspace %s, and the cache gets three quarters of what is left;"
                            + " shorten the context, keep weights in fewer bits, or free memory",
                    config.contextLength(),
                    megabytes(one),
                    megabytes(available),
                    megabytes(plan.packed()),
                    megabytes(plan.workspace())));
        }
        return config.withCacheBytes(most);
    }

    /**
     * Makes sure that what is planned can be had.
     *
     * @throws IllegalArgumentException if not
     */
    public void require(MemoryPlan plan) {
        if (plan.added() > available) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "an engine with packed weights of %s, keys and values of %s and a workspace of %s does not fit into"
                            + " the %s that the machine has available; make the cache smaller, run fewer sequences at"
                            + " once, shorten the context, keep weights in fewer bits, or free memory",
                    megabytes(plan.packed()),
                    megabytes(plan.keyValues()),
                    megabytes(plan.workspace()),
                    megabytes(available)));
        }
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}
