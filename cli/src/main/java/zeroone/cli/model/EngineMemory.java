package zeroone.cli.model;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import zeroone.engine.EngineConfig;
import zeroone.engine.MachineMemory;
import zeroone.engine.MemoryPlan;

/**
 * What an engine may take in memory.
 *
 * @param context the most tokens of a sequence; the model's if empty
 * @param cacheBytes of keys and values; for as many sequences as may run, if the machine has that, if empty
 * @param machine must have room for it
 * @param planned is told what will be taken, before it is
 */
public record EngineMemory(
        OptionalInt context, OptionalLong cacheBytes, MachineMemory machine, Consumer<MemoryPlan> planned) {
    /** For the model's context, as far as this machine has room. */
    public static EngineMemory available(Consumer<MemoryPlan> planned) {
        return new EngineMemory(OptionalInt.empty(), OptionalLong.empty(), MachineMemory.now(), planned);
    }

    EngineConfig sized(EngineConfig config) {
        return cacheBytes.isPresent() ? config.withCacheBytes(cacheBytes.getAsLong()) : config;
    }
}
