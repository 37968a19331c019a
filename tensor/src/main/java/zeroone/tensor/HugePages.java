package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Memory that is read from end to end at every step, in pages of two megabytes where Linux has them: with small pages a
 * tenth of the bandwidth goes into looking them up. The advice must come before the first write, so this cannot be
 * memory of an arena, which is cleared as it is taken.
 */
public final class HugePages {
    private static final long PAGE = 2 << 20;
    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final int ADVISE_HUGE = 14;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout ADDRESS = ValueLayout.ADDRESS;

    /** The functions of Linux; never touched elsewhere. */
    private static final class Linux {
        static final MethodHandle MAP =
                function("mmap", FunctionDescriptor.of(ADDRESS, ADDRESS, LONG, INT, INT, INT, LONG));
        static final MethodHandle ADVISE = function("madvise", FunctionDescriptor.of(INT, ADDRESS, LONG, INT));
        static final MethodHandle UNMAP = function("munmap", FunctionDescriptor.of(INT, ADDRESS, LONG));

        private static MethodHandle function(String name, FunctionDescriptor descriptor) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), descriptor);
        }
    }

    private HugePages() {}

    /** Cleared memory of at least this size; with ordinary pages where it is small or the system has no others. */
    public static MemorySegment allocate(Arena arena, long bytes) {
        if (bytes < PAGE / 2 || !System.getProperty("os.name").equals("Linux")) {
            return arena.allocate(Math.max(1, bytes), 64);
        }
        long size = (bytes + PAGE - 1) / PAGE * PAGE;
        long mapped = size + PAGE; // so that a page boundary lies within
        try {
            MemorySegment memory = (MemorySegment)
                    Linux.MAP.invokeExact(MemorySegment.NULL, mapped, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
            if (memory.address() == -1) {
                throw new OutOfMemoryError("the system has no " + mapped + " bytes for weights or cache");
            }
            MemorySegment whole = memory.reinterpret(mapped, arena, HugePages::unmap);
            long start = (PAGE - memory.address() % PAGE) % PAGE;
            MemorySegment aligned = whole.asSlice(start, size);
            int _ = (int) Linux.ADVISE.invokeExact(aligned, size, ADVISE_HUGE); // advice: nothing depends on it
            return aligned;
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("memory could not be mapped", failure);
        }
    }

    private static void unmap(MemorySegment memory) {
        try {
            int _ = (int) Linux.UNMAP.invokeExact(memory, memory.byteSize());
        } catch (Throwable failure) {
            throw new IllegalStateException("memory could not be given back", failure);
        }
    }
}
