package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeroone.tensor.Bfloat16;
import zeroone.tensor.DType;
import zeroone.testkit.Property;

class BlockAttentionTest {
    private static final int LAYERS = 2;
    private static final int HEADS = 2;

    @Test
    void every_query_sees_exactly_the_positions_it_should_wherever_their_blocks_are() {
        Property.seeded(31).holds(300, random -> {
            DType type = random.nextBoolean() ? DType.FLOAT32 : DType.BFLOAT16;
            int headSize = 2 * random.nextInt(1, 41);
            int blockSize = 16 * random.nextInt(1, 3);
            int length = random.nextInt(1, 120);
            int queries = random.nextInt(1, 10);
            int needed = (length + blockSize - 1) / blockSize;
            try (Arena arena = Arena.ofConfined()) {
                KeyValueBlocks cache = new KeyValueBlocks(arena, needed + 3, blockSize, LAYERS, HEADS, headSize, type);
                int[] blocks = new Random(random.nextLong())
                        .ints(0, needed + 3)
                        .distinct()
                        .limit(needed)
                        .toArray();
                float[][] keys = new float[length][headSize];
                Rows values = Rows.allocate(arena, length, headSize, DType.FLOAT32);
                for (int p = 0; p < length; p++) {
                    for (int i = 0; i < headSize; i++) {
                        keys[p][i] = (float) random.nextGaussian();
                        values.set(p, i, (float) random.nextGaussian());
                    }
                    cache.store(
                            blocks[p / blockSize], p % blockSize, 1, 1, keys[p], 0, values.memory(), values.at(p, 0));
                }
                float[] q = new float[queries * headSize];
                for (int i = 0; i < q.length; i++) {
                    q[i] = (float) random.nextGaussian() / 4;
                }
                int seen = random.nextInt(1, length + 1);
                Rows result = Rows.allocate(arena, 2, 3 + queries * headSize, DType.FLOAT32);
                BlockAttention.over(cache, length).attend(1, 1, q, queries, blocks, seen, result, 1, 3);
                for (int query = 0; query < queries; query++) {
                    double[] expected = plain(q, query * headSize, keys, values, seen, type);
                    for (int i = 0; i < headSize; i++) {
                        assertThat((double) result.get(1, 3 + query * headSize + i))
                                .as("%s, query %d, element %d, %d of %d positions", type, query, i, seen, length)
                                .isCloseTo(expected[i], within(2e-5));
                    }
                }
            }
        });
    }

    @Test
    void where_blocks_lie_does_not_change_a_bit() {
        Property.seeded(32).holds(100, random -> {
            DType type = random.nextBoolean() ? DType.FLOAT32 : DType.BFLOAT16;
            int headSize = 2 * random.nextInt(1, 41);
            int count = random.nextInt(1, 9);
            int length = random.nextInt(1, count * 16 + 1);
            int queries = random.nextInt(1, 10);
            float[] q = normal(random, queries * headSize);
            float[] key = new float[headSize];
            Rows value = Rows.allocate(Arena.ofAuto(), 1, headSize, DType.FLOAT32);
            try (Arena arena = Arena.ofConfined()) {
                KeyValueBlocks cache = new KeyValueBlocks(arena, 3 * count + 2, 16, LAYERS, HEADS, headSize, type);
                int[] together = IntStream.range(1, count + 1).toArray();
                int[] apart = random.ints(count + 1, 3 * count + 2)
                        .distinct()
                        .limit(count)
                        .sorted() // so that some follow each other
                        .toArray();
                for (int p = 0; p < length; p++) {
                    System.arraycopy(normal(random, headSize), 0, key, 0, headSize);
                    for (int i = 0; i < headSize; i++) {
                        value.set(0, i, (float) random.nextGaussian());
                    }
                    for (int[] blocks : List.of(together, apart)) {
                        cache.store(blocks[p / 16], p % 16, 1, 1, key, 0, value.memory(), 0);
                    }
                }
                Rows results = Rows.allocate(arena, 2, queries * headSize, DType.FLOAT32);
                BlockAttention attention = BlockAttention.over(cache, length);
                attention.attend(1, 1, q, queries, together, length, results, 0, 0);
                attention.attend(1, 1, q, queries, apart, length, results, 1, 0);
                for (int i = 0; i < queries * headSize; i++) {
                    assertThat(results.get(1, i)).isEqualTo(results.get(0, i));
                }
            }
        });
    }

    private static float[] normal(RandomGenerator random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void a_copied_block_holds_all_layers_and_heads() {
        try (Arena arena = Arena.ofConfined()) {
            KeyValueBlocks cache = new KeyValueBlocks(arena, 2, 16, LAYERS, HEADS, 4, DType.FLOAT32);
            float[] key = {1, 2, 3, 4};
            Rows value = Rows.allocate(arena, 1, 4, DType.FLOAT32);
            for (int i = 0; i < 4; i++) {
                value.set(0, i, i + 5);
            }
            for (int layer = 0; layer < LAYERS; layer++) {
                for (int head = 0; head < HEADS; head++) {
                    cache.store(0, 0, layer, head, key, 0, value.memory(), 0);
                }
            }
            cache.copy(0, 1);
            for (int layer = 0; layer < LAYERS; layer++) {
                for (int head = 0; head < HEADS; head++) {
                    Rows result = Rows.allocate(arena, 1, 4, DType.FLOAT32);
                    BlockAttention.over(cache, 16).attend(layer, head, new float[4], 1, new int[] {1}, 1, result, 0, 0);
                    assertThat(new float[] {result.get(0, 0), result.get(0, 3)}).containsExactly(5, 8);
                }
            }
        }
    }

    private static double[] plain(float[] q, int from, float[][] keys, Rows values, int seen, DType type) {
        int headSize = values.width();
        double[] weights = new double[seen];
        double sum = 0;
        for (int p = 0; p < seen; p++) {
            double score = 0;
            for (int i = 0; i < headSize; i++) {
                score += (double) q[from + i] * rounded(keys[p][i], type);
            }
            weights[p] = Math.exp(score);
            sum += weights[p];
        }
        double[] result = new double[headSize];
        for (int p = 0; p < seen; p++) {
            for (int i = 0; i < headSize; i++) {
                result[i] += weights[p] / sum * rounded(values.get(p, i), type);
            }
        }
        return result;
    }

    private static float rounded(float value, DType type) {
        return type == DType.BFLOAT16 ? Bfloat16.toFloat(Bfloat16.of(value)) : value;
    }
}
