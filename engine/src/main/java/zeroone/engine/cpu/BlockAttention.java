package zeroone.engine.cpu;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import zeroone.tensor.DType;

/**
 * Attention of a few queries over the blocks of one sequence: exactly the positions there are, no padding. Blocks that follow
 * each other are gone through as one. Four queries share what is read, so query heads of one key head cost little more than
 * one, and two vectors share each number of a query, as loading those costs as much as multiplying. One instance a thread.
 */
abstract sealed class BlockAttention implements Attention {
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

    /** About what one takes in memory: scores of the positions that queries see. */
    static long bytes(int longest) {
        return (long) TOGETHER * longest * Float.BYTES;
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

    @Override
    public int rowsTogether(int group) {
        return 1;
    }

    @Override
    public void attend(
            int layer,
            int head,
            float[] queries,
            int rows,
            int group,
            int[] blocks,
            int length,
            Rows target,
            int row,
            int column) {
        for (int next = 0; next < rows; next++) {
            attendOne(layer, head, queries, next * group, group, blocks, length + next, target, row + next, column);
        }
    }

    private void attendOne(
            int layer,
            int head,
            float[] queries,
            int firstQuery,
            int count,
            int[] blocks,
            int length,
            Rows target,
            int row,
            int column) {
        for (int first = 0; first < count; first += TOGETHER) {
            int queriesHere = Math.min(TOGETHER, count - first);
            int here;
            for (int start = 0; start < length; start += here) {
                here = Attention.together(blocks, blockSize, start, length);
                long keys = cache.keys(blocks[start / blockSize], layer, head);
                if (queriesHere > 2) {
                    score4(keys, here, queries, (firstQuery + first) * headSize, queriesHere, start);
                } else {
                    score2(keys, here, queries, (firstQuery + first) * headSize, queriesHere, start);
                }
            }
            Arrays.fill(sums, 0);
            float[] inverse = new float[TOGETHER];
            for (int q = 0; q < queriesHere; q++) {
                inverse[q] = 1 / exponentiate(q * stride, length);
            }
            for (int start = 0; start < length; start += here) {
                here = Attention.together(blocks, blockSize, start, length);
                long values = cache.values(blocks[start / blockSize], layer, head);
                if (queriesHere > 2) {
                    add4(values, here, start);
                } else {
                    add2(values, here, start);
                }
            }
            for (int q = 0; q < queriesHere; q++) {
                write(q, inverse[q], target, row, column + (first + q) * headSize);
            }
        }
    }

    /** Where the keys of a position and its neighbours lie. */
    private long keyAt(long keys, int position) {
        return keys + ((long) (position / GROUP) * GROUP * headSize + position % GROUP) * bytes();
    }

    /**
     * Scores of up to four queries at two vectors of positions; a missing query is computed as a copy of the last, a missing
     * second vector as one of the first.
     */
    private void score4(long keys, int count, float[] queries, int from, int given, int start) {
        int q0 = from;
        int q1 = from + headSize;
        int q2 = from + 2 * headSize;
        int q3 = given > 3 ? from + 3 * headSize : q2;
        long step = (long) GROUP * bytes();
        int end = (count + GROUP - 1) / GROUP * GROUP;
        for (int left = 0; left < end; left += 2 * Lanes.COUNT) {
            int right = left + Lanes.COUNT < end ? left + Lanes.COUNT : left;
            long leftKeys = keyAt(keys, left);
            long rightKeys = keyAt(keys, right);
            FloatVector left0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector left1 = left0;
            FloatVector left2 = left0;
            FloatVector left3 = left0;
            FloatVector right0 = left0;
            FloatVector right1 = left0;
            FloatVector right2 = left0;
            FloatVector right3 = left0;
            for (int d = 0; d < headSize; d++) {
                FloatVector l = load(memory, leftKeys + d * step);
                FloatVector r = load(memory, rightKeys + d * step);
                FloatVector q = FloatVector.broadcast(Lanes.FLOATS, queries[q0 + d]);
                left0 = l.fma(q, left0);
                right0 = r.fma(q, right0);
                q = FloatVector.broadcast(Lanes.FLOATS, queries[q1 + d]);
                left1 = l.fma(q, left1);
                right1 = r.fma(q, right1);
                q = FloatVector.broadcast(Lanes.FLOATS, queries[q2 + d]);
                left2 = l.fma(q, left2);
                right2 = r.fma(q, right2);
                q = FloatVector.broadcast(Lanes.FLOATS, queries[q3 + d]);
                left3 = l.fma(q, left3);
                right3 = r.fma(q, right3);
            }
            left0.intoArray(scores, start + left);
            left1.intoArray(scores, stride + start + left);
            left2.intoArray(scores, 2 * stride + start + left);
            left3.intoArray(scores, 3 * stride + start + left);
            right0.intoArray(scores, start + right);
            right1.intoArray(scores, stride + start + right);
            right2.intoArray(scores, 2 * stride + start + right);
            right3.intoArray(scores, 3 * stride + start + right);
        }
    }

    private void score2(long keys, int count, float[] queries, int from, int given, int start) {
        int q0 = from;
        int q1 = given > 1 ? from + headSize : from;
        long step = (long) GROUP * bytes();
        int end = (count + GROUP - 1) / GROUP * GROUP;
        for (int left = 0; left < end; left += 2 * Lanes.COUNT) {
            int right = left + Lanes.COUNT < end ? left + Lanes.COUNT : left;
            long leftKeys = keyAt(keys, left);
            long rightKeys = keyAt(keys, right);
            FloatVector left0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector left1 = left0;
            FloatVector right0 = left0;
            FloatVector right1 = left0;
            for (int d = 0; d < headSize; d++) {
                FloatVector l = load(memory, leftKeys + d * step);
                FloatVector r = load(memory, rightKeys + d * step);
                FloatVector q = FloatVector.broadcast(Lanes.FLOATS, queries[q0 + d]);
                left0 = l.fma(q, left0);
                right0 = r.fma(q, right0);
                q = FloatVector.broadcast(Lanes.FLOATS, queries[q1 + d]);
                left1 = l.fma(q, left1);
                right1 = r.fma(q, right1);
            }
            left0.intoArray(scores, start + left);
            left1.intoArray(scores, stride + start + left);
            right0.intoArray(scores, start + right);
            right1.intoArray(scores, stride + start + right);
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

    /** Adds the values of some positions, two vectors of columns at a time; a missing second one is one of the first. */
    private void add4(long values, int count, int start) {
        int bytes = bytes();
        long row = (long) valueWidth * bytes;
        int sum1 = valueWidth;
        int sum2 = 2 * valueWidth;
        int sum3 = 3 * valueWidth;
        for (int left = 0; left < valueWidth; left += 2 * Lanes.COUNT) {
            int right = left + Lanes.COUNT < valueWidth ? left + Lanes.COUNT : left;
            FloatVector left0 = FloatVector.fromArray(Lanes.FLOATS, sums, left);
            FloatVector left1 = FloatVector.fromArray(Lanes.FLOATS, sums, sum1 + left);
            FloatVector left2 = FloatVector.fromArray(Lanes.FLOATS, sums, sum2 + left);
            FloatVector left3 = FloatVector.fromArray(Lanes.FLOATS, sums, sum3 + left);
            FloatVector right0 = FloatVector.fromArray(Lanes.FLOATS, sums, right);
            FloatVector right1 = FloatVector.fromArray(Lanes.FLOATS, sums, sum1 + right);
            FloatVector right2 = FloatVector.fromArray(Lanes.FLOATS, sums, sum2 + right);
            FloatVector right3 = FloatVector.fromArray(Lanes.FLOATS, sums, sum3 + right);
            long leftValues = values + (long) left * bytes;
            long rightValues = values + (long) right * bytes;
            for (int p = 0; p < count; p++) {
                FloatVector l = load(memory, leftValues + p * row);
                FloatVector r = load(memory, rightValues + p * row);
                int at = start + p;
                FloatVector w = FloatVector.broadcast(Lanes.FLOATS, scores[at]);
                left0 = l.fma(w, left0);
                right0 = r.fma(w, right0);
                w = FloatVector.broadcast(Lanes.FLOATS, scores[stride + at]);
                left1 = l.fma(w, left1);
                right1 = r.fma(w, right1);
                w = FloatVector.broadcast(Lanes.FLOATS, scores[2 * stride + at]);
                left2 = l.fma(w, left2);
                right2 = r.fma(w, right2);
                w = FloatVector.broadcast(Lanes.FLOATS, scores[3 * stride + at]);
                left3 = l.fma(w, left3);
                right3 = r.fma(w, right3);
            }
            left0.intoArray(sums, left);
            left1.intoArray(sums, sum1 + left);
            left2.intoArray(sums, sum2 + left);
            left3.intoArray(sums, sum3 + left);
            right0.intoArray(sums, right);
            right1.intoArray(sums, sum1 + right);
            right2.intoArray(sums, sum2 + right);
            right3.intoArray(sums, sum3 + right);
        }
    }

    private void add2(long values, int count, int start) {
        int bytes = bytes();
        long row = (long) valueWidth * bytes;
        for (int left = 0; left < valueWidth; left += 2 * Lanes.COUNT) {
            int right = left + Lanes.COUNT < valueWidth ? left + Lanes.COUNT : left;
            FloatVector left0 = FloatVector.fromArray(Lanes.FLOATS, sums, left);
            FloatVector left1 = FloatVector.fromArray(Lanes.FLOATS, sums, valueWidth + left);
            FloatVector right0 = FloatVector.fromArray(Lanes.FLOATS, sums, right);
            FloatVector right1 = FloatVector.fromArray(Lanes.FLOATS, sums, valueWidth + right);
            long leftValues = values + (long) left * bytes;
            long rightValues = values + (long) right * bytes;
            for (int p = 0; p < count; p++) {
                FloatVector l = load(memory, leftValues + p * row);
                FloatVector r = load(memory, rightValues + p * row);
                FloatVector w = FloatVector.broadcast(Lanes.FLOATS, scores[start + p]);
                left0 = l.fma(w, left0);
                right0 = r.fma(w, right0);
                w = FloatVector.broadcast(Lanes.FLOATS, scores[stride + start + p]);
                left1 = l.fma(w, left1);
                right1 = r.fma(w, right1);
            }
            left0.intoArray(sums, left);
            left1.intoArray(sums, valueWidth + left);
            right0.intoArray(sums, right);
            right1.intoArray(sums, valueWidth + right);
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
