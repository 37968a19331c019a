package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import zeroone.tensor.Bfloat16Tiles;
import zeroone.tensor.Bfloat16Tiles.Place;
import zeroone.tensor.DType;

/**
 * Attention as two products of the processor's pairs of bfloat16, a few queries at a time, with a softmax in float32 between.
 * Queries and the weights of positions are rounded to bfloat16; weights are divided by the sum of what they were rounded to.
 */
final class TileAttention implements Attention {
    private static final int TOGETHER = Bfloat16Tiles.MOST_ROWS;

    /** The most positions of a product: the garbage collector waits for its end. */
    private static final int AT_ONCE = 2_048;

    /** The lanes from a number on. */
    private static final List<VectorMask<Float>> BEHIND = IntStream.range(0, Lanes.COUNT)
            .mapToObj(first -> VectorMask.fromLong(Lanes.FLOATS, -1L << first))
            .toList();

    private final KeyValueTiles cache;
    private final int headSize;
    private final int atOnce; // whole blocks
    private final int stride; // positions that there is room for
    private final Bfloat16Tiles tiles;
    private final Rows queries; // bfloat16 [TOGETHER, D]
    private final Rows scores; // float32 [TOGETHER, stride]
    private final Rows weights; // bfloat16 [TOGETHER, stride]
    private final Rows sums; // float32 [TOGETHER, D]

    /** @param longest the most positions that a query can see */
    TileAttention(Arena arena, KeyValueTiles cache, int longest) {
        this.cache = cache;
        this.headSize = cache.headSize();
        this.atOnce = Math.max(1, AT_ONCE / cache.blockSize()) * cache.blockSize();
        this.stride = up(longest, Bfloat16Tiles.OUTPUTS);
        this.tiles = new Bfloat16Tiles(arena);
        this.queries = Rows.allocate(arena, TOGETHER, headSize, DType.BFLOAT16);
        this.scores = Rows.allocate(arena, TOGETHER, stride, DType.FLOAT32);
        this.weights = Rows.allocate(arena, TOGETHER, stride, DType.BFLOAT16);
        this.sums = Rows.allocate(arena, TOGETHER, headSize, DType.FLOAT32);
    }

    /** Bytes of what depends on the number of positions. */
    static long bytes(int longest) {
        return (long) TOGETHER * longest * (Float.BYTES + Short.BYTES);
    }

    private static int up(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }

    @Override
    public int rowsTogether(int group) {
        return Math.max(1, TOGETHER / group);
    }

    @Override
    public void attend(
            int layer,
            int head,
            float[] given,
            int rows,
            int group,
            int[] blocks,
            int length,
            Rows target,
            int row,
            int column) {
        float[] inverse = new float[TOGETHER];
        for (int first = 0; first < rows * group; first += TOGETHER) {
            int count = Math.min(TOGETHER, rows * group - first);
            int longest = length + (first + count - 1) / group;
            for (int q = 0; q < count; q++) {
                for (int i = 0; i < headSize; i += Lanes.COUNT) {
                    queries.set(q, i, FloatVector.fromArray(Lanes.FLOATS, given, (first + q) * headSize + i));
                }
            }
            score(layer, head, count, blocks, longest);
            for (int q = 0; q < count; q++) {
                inverse[q] = 1 / exponentiate(q, length + (first + q) / group, longest);
            }
            lookUp(layer, head, count, blocks, longest);
            for (int q = 0; q < count; q++) {
                write(q, inverse[q], target, row + (first + q) / group, column + (first + q) % group * headSize);
            }
        }
    }

    private void score(int layer, int head, int count, int[] blocks, int length) {
        int here;
        for (int start = 0; start < length; start += here) {
            here = Attention.together(blocks, cache.blockSize(), start, Math.min(length, start + atOnce));
            long keys = cache.keys(blocks[start / cache.blockSize()], layer, head);
            tiles.multiply(
                    new Place(cache.memory(), keys, 0),
                    up(here, Bfloat16Tiles.OUTPUTS) / Bfloat16Tiles.OUTPUTS,
                    headSize,
                    count,
                    place(queries, 0),
                    place(scores, start),
                    false);
        }
    }

    /**
     * Turns scores into e^(score - largest), and returns their sum.
     *
     * @param length positions that the query sees
     * @param longest what the queries beside it see at most; positions behind its own get 0
     */
    private float exponentiate(int query, int length, int longest) {
        int end = up(longest, Bfloat16Tiles.OUTPUTS);
        int whole = length / Lanes.COUNT * Lanes.COUNT;
        if (whole < length) { // what lies behind the end takes no part
            FloatVector last = Lanes.load(scores.memory(), scores.at(query, whole));
            scores.set(query, whole, last.blend(Float.NEGATIVE_INFINITY, BEHIND.get(length - whole)));
        }
        for (int i = up(length, Lanes.COUNT); i < end; i += Lanes.COUNT) {
            scores.set(query, i, FloatVector.broadcast(Lanes.FLOATS, Float.NEGATIVE_INFINITY));
        }
        return tiles.exponentiate(
                new Place(scores.memory(), scores.at(query, 0), 0),
                new Place(weights.memory(), weights.at(query, 0), 0),
                end);
    }

    private void lookUp(int layer, int head, int count, int[] blocks, int length) {
        int here;
        for (int start = 0; start < length; start += here) {
            here = Attention.together(blocks, cache.blockSize(), start, Math.min(length, start + atOnce));
            for (int column = 0; column < headSize; column += KeyValueTiles.COLUMNS) {
                long values = cache.values(blocks[start / cache.blockSize()], layer, head, column);
                tiles.multiply(
                        new Place(cache.memory(), values, 0),
                        1,
                        up(here, Bfloat16Tiles.INPUTS),
                        count,
                        place(weights, start),
                        place(sums, column),
                        start > 0);
            }
        }
    }

    private static Place place(Rows rows, int column) {
        return new Place(rows.memory(), rows.at(0, column), rows.at(1, 0));
    }

    private void write(int query, float inverse, Rows target, int row, int column) {
        for (int i = 0; i < headSize; i += Lanes.COUNT) {
            target.set(
                    row,
                    column + i,
                    Lanes.load(sums.memory(), sums.at(query, i)).mul(inverse));
        }
    }
}
