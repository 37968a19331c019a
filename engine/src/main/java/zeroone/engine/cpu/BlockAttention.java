package zeroone.engine.cpu;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import zeroone.tensor.DType;

/**
 * Attention of a few queries over the blocks of one sequence: exactly the positions there are, no padding. Four queries
 * share what is read, so query heads of one key head cost little more than one. One instance a thread.
 */
abstract sealed class BlockAttention {
    /** Queries that are worked on together. */
    private static final int TOGETHER = 4;

    private static final int GROUP = KeyValueBlocks.GROUP;

    private final KeyValueBlocks cache;
    private final MemorySegment memory;
    private final int headSize;
    private final int valueWidth;
    private final int blockSize;
    private final int stride; // scores of one query
    private final float[] scores; // [TOGETHER, stride]
    private final float[] sums; // [TOGETHER, valueWidth]

    private BlockAttention(KeyValueBlocks cache, int longest) {
        this.cache = cache;
        this.memory = cache.memory();
        this.headSize = cache.headSize();
        this.valueWidth = cache.valueWidth();
        this.blockSize = cache.blockSize();
        this.stride = (longest + blockSize - 1) / blockSize * blockSize;
        this.scores = new float[TOGETHER * stride];
        this.sums = new float[TOGETHER * valueWidth];
    }

    /** @param longest the most positions that a query can see */
    static BlockAttention over(KeyValueBlocks cache, int longest) {
        return cache.type() == DType.BFLOAT16 ? new OfBfloat16(cache, longest) : new OfFloat32(cache, longest);
    }

    abstract FloatVector load(MemorySegment memory, long offset);

    abstract int bytes();

    /** Keys and values in float32. */
    private static final class OfFloat32 extends BlockAttention {
        OfFloat32(KeyValueBlocks cache, int longest) {
            super(cache, longest);
        }

        @Override
        FloatVector load(MemorySegment memory, long offset) {
            return Lanes.load(memory, offset);
        }

        @Override
        int bytes() {
            return Float.BYTES;
        }
    }

    /** Keys and values in bfloat16, sums in float32. */
    private static final class OfBfloat16 extends BlockAttention {
        OfBfloat16(KeyValueBlocks cache, int longest) {
            super(cache, longest);
        }

        @Override
        FloatVector load(MemorySegment memory, long offset) {
            return Lanes.loadBfloat16(memory, offset);
        }

        @Override
        int bytes() {
            return Short.BYTES;
        }
    }

    /**
     * @param queries rotated and scaled, [count, D]
     * @param blocks block table of the sequence
     * @param length positions that the queries see
     * @param target gets the result at {@code row}, from {@code column}: count heads of D elements
     */
    void attend(
            int layer,
            int head,
            float[] queries,
            int count,
            int[] blocks,
            int length,
            Rows target,
            int row,
            int column) {
        for (int first = 0; first < count; first += TOGETHER) {
            int together = Math.min(TOGETHER, count - first);
            for (int start = 0; start < length; start += blockSize) {
                int here = Math.min(blockSize, length - start);
                long keys = cache.keys(blocks[start / blockSize], layer, head);
                if (together > 2) {
                    score4(keys, here, queries, first * headSize, together, start);
                } else {
                    score2(keys, here, queries, first * headSize, together, start);
                }
            }
            java.util.Arrays.fill(sums, 0);
            float[] inverse = new float[TOGETHER];
            for (int q = 0; q < together; q++) {
                inverse[q] = 1 / exponentiate(q * stride, length);
            }
            for (int start = 0; start < length; start += blockSize) {
                int here = Math.min(blockSize, length - start);
                long values = cache.values(blocks[start / blockSize], layer, head);
                if (together > 2) {
                    add4(values, here, start);
                } else {
                    add2(values, here, start);
                }
            }
            for (int q = 0; q < together; q++) {
                write(q, inverse[q], target, row, column + (first + q) * headSize);
            }
        }
    }

    /** Scores of up to four queries; a missing one is computed as a copy of the last. */
    private void score4(long keys, int count, float[] queries, int from, int together, int start) {
        int q0 = from;
        int q1 = from + headSize;
        int q2 = from + 2 * headSize;
        int q3 = together > 3 ? from + 3 * headSize : q2;
        int bytes = bytes();
        for (int group = 0; group < count; group += GROUP) {
            for (int lane = 0; lane < GROUP; lane += Lanes.COUNT) {
                long at = keys + ((long) group * headSize + lane) * bytes;
                FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
                FloatVector s1 = s0;
                FloatVector s2 = s0;
                FloatVector s3 = s0;
                for (int d = 0; d < headSize; d++) {
                    FloatVector k = load(memory, at + (long) d * GROUP * bytes);
                    s0 = k.fma(FloatVector.broadcast(Lanes.FLOATS, queries[q0 + d]), s0);
                    s1 = k.fma(FloatVector.broadcast(Lanes.FLOATS, queries[q1 + d]), s1);
                    s2 = k.fma(FloatVector.broadcast(Lanes.FLOATS, queries[q2 + d]), s2);
                    s3 = k.fma(FloatVector.broadcast(Lanes.FLOATS, queries[q3 + d]), s3);
                }
                int to = start + group + lane;
                s0.intoArray(scores, to);
                s1.intoArray(scores, stride + to);
                s2.intoArray(scores, 2 * stride + to);
                s3.intoArray(scores, 3 * stride + to);
            }
        }
    }

    private void score2(long keys, int count, float[] queries, int from, int together, int start) {
        int q0 = from;
        int q1 = together > 1 ? from + headSize : from;
        int bytes = bytes();
        for (int group = 0; group < count; group += GROUP) {
            for (int lane = 0; lane < GROUP; lane += Lanes.COUNT) {
                long at = keys + ((long) group * headSize + lane) * bytes;
                FloatVector even0 = FloatVector.zero(Lanes.FLOATS);
                FloatVector even1 = even0;
                FloatVector odd0 = even0;
                FloatVector odd1 = even0;
                for (int d = 0; d < headSize; d += 2) { // head sizes are even
                    FloatVector a = load(memory, at + (long) d * GROUP * bytes);
                    FloatVector b = load(memory, at + (long) (d + 1) * GROUP * bytes);
                    even0 = a.fma(FloatVector.broadcast(Lanes.FLOATS, queries[q0 + d]), even0);
                    even1 = a.fma(FloatVector.broadcast(Lanes.FLOATS, queries[q1 + d]), even1);
                    odd0 = b.fma(FloatVector.broadcast(Lanes.FLOATS, queries[q0 + d + 1]), odd0);
                    odd1 = b.fma(FloatVector.broadcast(Lanes.FLOATS, queries[q1 + d + 1]), odd1);
                }
                int to = start + group + lane;
                even0.add(odd0).intoArray(scores, to);
                even1.add(odd1).intoArray(scores, stride + to);
            }
        }
    }

    /** Turns scores into e^(score - largest), and returns their sum. */
    private float exponentiate(int from, int length) {
        int bound = Lanes.FLOATS.loopBound(length);
        FloatVector most = FloatVector.broadcast(Lanes.FLOATS, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < bound; i += Lanes.COUNT) {
            most = most.max(FloatVector.fromArray(Lanes.FLOATS, scores, from + i));
        }
        float largest = most.reduceLanes(VectorOperators.MAX);
        for (int i = bound; i < length; i++) {
            largest = Math.max(largest, scores[from + i]);
        }
        for (int i = length; i < bound + Lanes.COUNT && i < stride; i++) {
            scores[from + i] = Float.NEGATIVE_INFINITY; // what lies behind the end takes no part
        }
        FloatVector sum = FloatVector.zero(Lanes.FLOATS);
        for (int i = 0; i < length; i += Lanes.COUNT) {
            FloatVector e = Lanes.exp(
                    FloatVector.fromArray(Lanes.FLOATS, scores, from + i).sub(largest));
            e.intoArray(scores, from + i);
            sum = sum.add(e);
        }
        return Lanes.sum(sum);
    }

    private void add4(long values, int count, int start) {
        int bytes = bytes();
        long row = (long) valueWidth * bytes;
        for (int column = 0; column < valueWidth; column += Lanes.COUNT) {
            FloatVector s0 = FloatVector.fromArray(Lanes.FLOATS, sums, column);
            FloatVector s1 = FloatVector.fromArray(Lanes.FLOATS, sums, valueWidth + column);
            FloatVector s2 = FloatVector.fromArray(Lanes.FLOATS, sums, 2 * valueWidth + column);
            FloatVector s3 = FloatVector.fromArray(Lanes.FLOATS, sums, 3 * valueWidth + column);
            long at = values + (long) column * bytes;
            for (int p = 0; p < count; p++) {
                FloatVector v = load(memory, at + p * row);
                int w = start + p;
                s0 = v.fma(FloatVector.broadcast(Lanes.FLOATS, scores[w]), s0);
                s1 = v.fma(FloatVector.broadcast(Lanes.FLOATS, scores[stride + w]), s1);
                s2 = v.fma(FloatVector.broadcast(Lanes.FLOATS, scores[2 * stride + w]), s2);
                s3 = v.fma(FloatVector.broadcast(Lanes.FLOATS, scores[3 * stride + w]), s3);
            }
            s0.intoArray(sums, column);
            s1.intoArray(sums, valueWidth + column);
            s2.intoArray(sums, 2 * valueWidth + column);
            s3.intoArray(sums, 3 * valueWidth + column);
        }
    }

    private void add2(long values, int count, int start) {
        int bytes = bytes();
        long row = (long) valueWidth * bytes;
        int even = count / 2 * 2;
        for (int column = 0; column < valueWidth; column += Lanes.COUNT) {
            FloatVector even0 = FloatVector.fromArray(Lanes.FLOATS, sums, column);
            FloatVector even1 = FloatVector.fromArray(Lanes.FLOATS, sums, valueWidth + column);
            FloatVector odd0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector odd1 = odd0;
            long at = values + (long) column * bytes;
            for (int p = 0; p < even; p += 2) {
                FloatVector a = load(memory, at + p * row);
                FloatVector b = load(memory, at + (p + 1) * row);
                int w = start + p;
                even0 = a.fma(FloatVector.broadcast(Lanes.FLOATS, scores[w]), even0);
                even1 = a.fma(FloatVector.broadcast(Lanes.FLOATS, scores[stride + w]), even1);
                odd0 = b.fma(FloatVector.broadcast(Lanes.FLOATS, scores[w + 1]), odd0);
                odd1 = b.fma(FloatVector.broadcast(Lanes.FLOATS, scores[stride + w + 1]), odd1);
            }
            if (even < count) {
                FloatVector v = load(memory, at + even * row);
                even0 = v.fma(FloatVector.broadcast(Lanes.FLOATS, scores[start + even]), even0);
                even1 = v.fma(FloatVector.broadcast(Lanes.FLOATS, scores[stride + start + even]), even1);
            }
            even0.add(odd0).intoArray(sums, column);
            even1.add(odd1).intoArray(sums, valueWidth + column);
        }
    }

    private void write(int query, float inverse, Rows target, int row, int column) {
        int bound = Lanes.FLOATS.loopBound(headSize);
        for (int i = 0; i < bound; i += Lanes.COUNT) {
            target.set(
                    row,
                    column + i,
                    FloatVector.fromArray(Lanes.FLOATS, sums, query * valueWidth + i)
                            .mul(inverse));
        }
        for (int i = bound; i < headSize; i++) {
            target.set(row, column + i, sums[query * valueWidth + i] * inverse);
        }
    }
}
