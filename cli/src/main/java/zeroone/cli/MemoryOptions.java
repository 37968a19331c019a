package zeroone.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import zeroone.cli.model.EngineMemory;
import zeroone.engine.MachineMemory;
import zeroone.engine.MemoryPlan;

/** How much memory keys and values of sequences take. */
final class MemoryOptions {
    @Option(
            names = "--kv-cache",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description =
                    "Memory for keys and values, such as 4GiB or 500MB. Where it is less than all sequences need, the"
                            + " newest wait and read their tokens again (default: for all sequences that run at once, but at most"
                            + " three quarters of the available memory that weights leave).")
    private Optional<ByteSize> cache = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "N",
            description = "The most tokens of prompt and completion together (default: what the model can have).")
    private Optional<Integer> context = Optional.empty();

    /** @param planned is told what will be taken, before it is */
    EngineMemory engine(Consumer<MemoryPlan> planned) {
        return new EngineMemory(
                context.map(OptionalInt::of).orElse(OptionalInt.empty()),
                cache.map(size -> OptionalLong.of(size.bytes())).orElse(OptionalLong.empty()),
                MachineMemory.now(),
                planned);
    }
}
