package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.LongAdder;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import zeroone.tensor.HugePages;

/**
 * Reads memory from end to end as generation reads weights: all threads, each piece by one of them, nothing written. How long
 * that takes is what a step with so many bytes of weights takes at least. Copying says something else, as it writes, too.
 */
public final class MemoryReader implements AutoCloseable {
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

    /** Vectors that are added up side by side, so that no addition waits for the one before. */
    private static final int UNROLLED = 4;

    private static final long STRIDE = (long) UNROLLED * LONGS.vectorByteSize();
    private static final long PIECE = 4L << 20;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    private final Crew crew;

    /**
     * @param bytes many times what the caches hold, or they are measured
     * @param threads that read
     */
    public MemoryReader(long bytes, int threads) {
        if (bytes < STRIDE) {
            throw new IllegalArgumentException("at least " + STRIDE + " bytes must be read: " + bytes);
        }
        this.memory = HugePages.allocate(arena, bytes).asSlice(0, bytes / STRIDE * STRIDE);
        this.crew = new Crew(threads); // after what may fail
        // Written once: pages that never were are all the same one, which a cache holds.
        crew.share(pieces(), (piece, _) -> piece(piece).fill((byte) 1));
    }

    private int pieces() {
        return Math.toIntExact((memory.byteSize() + PIECE - 1) / PIECE);
    }

    private MemorySegment piece(int index) {
        long start = index * PIECE;
        return memory.asSlice(start, Math.min(PIECE, memory.byteSize() - start));
    }

    /** How many bytes are read. */
    public long bytes() {
        return memory.byteSize();
    }

    /** Reads all of it once; the sum shows that it did. */
    public long read() {
        LongAdder sum = new LongAdder();
        crew.share(pieces(), (piece, _) -> sum.add(sum(piece(piece))));
        return sum.sum();
    }

    private static long sum(MemorySegment piece) {
        LongVector a = LongVector.zero(LONGS);
        LongVector b = a;
        LongVector c = a;
        LongVector d = a;
        int width = LONGS.vectorByteSize();
        for (long at = 0; at < piece.byteSize(); at += STRIDE) {
            a = a.add(LongVector.fromMemorySegment(LONGS, piece, at, Lanes.ORDER));
            b = b.add(LongVector.fromMemorySegment(LONGS, piece, at + width, Lanes.ORDER));
            c = c.add(LongVector.fromMemorySegment(LONGS, piece, at + 2L * width, Lanes.ORDER));
            d = d.add(LongVector.fromMemorySegment(LONGS, piece, at + 3L * width, Lanes.ORDER));
        }
        return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void close() {
        crew.close();
        arena.close();
    }
}
