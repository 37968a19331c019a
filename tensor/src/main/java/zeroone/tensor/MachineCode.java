package zeroone.tensor;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Instructions that this process wrote for itself, and whether this processor has those that {@link Assembler} writes. */
final class MachineCode {
    private static final int READ_WRITE = 3;
    private static final int READ_EXECUTE = 5;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout ADDRESS = ValueLayout.ADDRESS;
    private static final List<String> NEEDED = List.of("avx512f", "avx512bw", "avx512_bf16");

    private static final boolean AVAILABLE = look();

    private MachineCode() {}

    /** Linux on a processor with products of bfloat16 in vectors of 512 bits: Zen 4, Cooper Lake, Sapphire Rapids and later. */
    static boolean available() {
        return AVAILABLE;
    }

    private static boolean look() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return false;
        }
        try {
            // Linux lists what the processor has and the system lets programs use.
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("flags"))
                    .limit(1)
                    .anyMatch(line -> Arrays.asList(line.split("\\s+")).containsAll(NEEDED));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Copies code to where it can be executed, for as long as the process lives. Nothing can write there afterwards. */
    static MemorySegment load(byte[] code) {
        try {
            MethodHandle map = function("mmap", FunctionDescriptor.of(ADDRESS, ADDRESS, LONG, INT, INT, INT, LONG));
            MethodHandle protect = function("mprotect", FunctionDescriptor.of(INT, ADDRESS, LONG, INT));
            long size = code.length;
            MemorySegment memory =
                    (MemorySegment) map.invokeExact(MemorySegment.NULL, size, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
            if (memory.address() == -1) {
                throw new OutOfMemoryError("the system has no " + size + " bytes for code");
            }
            MemorySegment.copy(code, 0, memory.reinterpret(size), ValueLayout.JAVA_BYTE, 0, code.length);
            if ((int) protect.invokeExact(memory, size, READ_EXECUTE) != 0) {
                throw new IllegalStateException("the system does not let " + size + " bytes of code be executed");
            }
            return memory;
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("code could not be loaded", failure);
        }
    }

    /**
     * A handle that calls code with one address and gets nothing back. The garbage collector waits while it runs: at most some
     * tens of microseconds, please.
     *
     * @return (code, argument) → void
     */
    static MethodHandle caller() {
        return Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(ADDRESS), Linker.Option.critical(false));
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), descriptor);
    }
}
