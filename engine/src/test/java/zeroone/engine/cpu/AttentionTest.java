package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeroone.tensor.Bfloat16;
import zeroone.tensor.DType;
import zeroone.testkit.Property;

class AttentionTest {
    private static final int LAYERS = 2;
    private static final int HEADS = 2;

    /** A cache with the shape that its kind can have. */
    private record Kind(DType type, boolean tiles) {
        static Kind any(RandomGenerator random) {
            return switch (random.nextInt(3)) {
                case 0 -> new Kind(DType.FLOAT32, false);
                case 1 -> new Kind(DType.BFLOAT16, false);
                default -> new Kind(DType.BFLOAT16, KeyValueTiles.fits(32, 32, DType.BFLOAT16));
            };
        }

        int headSize(RandomGenerator random) {
            return tiles ? 32 * random.nextInt(1, 4) : 2 * random.nextInt(1, 41);
        }

        int blockSize(RandomGenerator random) {
            return (tiles ? 32 : 16) * random.nextInt(1, 3);
        }

        KeyValueCache cache(Arena arena, int blocks, int blockSize, int headSize) {
            return tiles
                    ? new KeyValueTiles(arena, blocks, blockSize, LAYERS, HEADS, headSize)
                    : new KeyValueBlocks(arena, blocks, blockSize, LAYERS, HEADS, headSize, type);
        }

        /** Tiles round the weights of positions: a weight may fall on the other side. */
        double tolerance() {
            return tiles ? 4e-3 : 2e-5;
        }
    }

    @Test
    void every_query_sees_exactly_the_positions_it_should_wherever_their_blocks_are() {
        Property.seeded(31).holds(300, random -> {
            Kind kind = Kind.any(random);
            int headSize = kind.headSize(random);
            int blockSize = kind.blockSize(random);
            int length = random.nextInt(1, 120);
            int group = random.nextInt(1, 10);
            int needed = (length + blockSize - 1) / blockSize;
            try (Arena arena = Arena.ofConfined()) {
                KeyValueCache cache = kind.cache(arena, needed + 3, blockSize, headSize);
                int[] blocks = new Random(random.nextLong())
                        .ints(0, needed + 3)
                        .distinct()
                        .limit(needed)
                        .toArray();
                float[][] keys = new float[length][];
                Rows values = Rows.allocate(arena, length, headSize, DType.FLOAT32);
                for (int p = 0; p < length; p++) {
                    keys[p] = normal(random, headSize);
                    fill(values, p, random);
                    store(cache, blocks, p, keys[p], values, p);
                }
                int rows = random.nextInt(1, Math.min(length, 12) + 1);
                float[] q = normal(random, rows * group * headSize);
                for (int i = 0; i < q.length; i++) {
                    q[i] /= 4;
                }
                int seen = random.nextInt(1, length - rows + 2);
                Rows result = Rows.allocate(arena, rows + 1, 3 + group * headSize, DType.FLOAT32);
                cache.attention(arena, length).attend(1, 1, q, rows, group, blocks, seen, result, 1, 3);
                for (int row = 0; row < rows; row++) {
                    for (int query = 0; query < group; query++) {
                        int from = (row * group + query) * headSize;
                        double[] expected = plain(q, from, keys, values, seen + row, kind);
                        for (int i = 0; i < headSize; i++) {
                            assertThat((double) result.get(1 + row, 3 + query * headSize + i))
                                    .as("%s, row %d, query %d, element %d, %d of %d", kind, row, query, i, seen, length)
                                    .isCloseTo(expected[i], within(kind.tolerance()));
                        }
                    }
                }
            }
        });
    }

    @Test
    void neither_where_blocks_lie_nor_rows_beside_it_change_a_bit_of_a_row() {
        Property.seeded(32).holds(100, random -> {
            Kind kind = Kind.any(random);
            int headSize = kind.headSize(random);
            int blockSize = kind.blockSize(random);
            int count = random.nextInt(1, 9);
            int length = random.nextInt(1, count * blockSize + 1);
            int group = random.nextInt(1, 10);
            int rows = random.nextInt(1, Math.min(length, 12) + 1);
            float[] q = normal(random, rows * group * headSize);
            try (Arena arena = Arena.ofConfined()) {
                Rows value = Rows.allocate(arena, 1, headSize, DType.FLOAT32);
                KeyValueCache cache = kind.cache(arena, 3 * count + 2, blockSize, headSize);
                int[] together = IntStream.range(1, count + 1).toArray();
                int[] apart = random.ints(count + 1, 3 * count + 2)
                        .distinct()
                        .limit(count)
                        .sorted() // so that some follow each other
                        .toArray();
                for (int p = 0; p < length; p++) {
                    float[] key = normal(random, headSize);
                    fill(value, 0, random);
                    for (int[] blocks : List.of(together, apart)) {
                        store(cache, blocks, p, key, value, 0);
                    }
                }
                Rows results = Rows.allocate(arena, 2 * rows, group * headSize, DType.FLOAT32);
                Attention attention = cache.attention(arena, length);
                int seen = length - rows + 1;
                attention.attend(1, 1, q, rows, group, together, seen, results, 0, 0);
                for (int row = 0; row < rows; row++) {
                    int start = row * group * headSize;
                    float[] own = Arrays.copyOfRange(q, start, start + group * headSize);
                    attention.attend(1, 1, own, 1, group, apart, seen + row, results, rows + row, 0);
                    for (int i = 0; i < group * headSize; i++) {
                        assertThat(results.get(rows + row, i)).as("%s", kind).isEqualTo(results.get(row, i));
                    }
                }
            }
        });
    }

    @Test
    void what_others_left_behind_the_last_position_does_not_matter_even_if_it_is_not_a_number() {
        Property.seeded(33).holds(100, random -> {
            Kind kind = Kind.any(random);
            int headSize = kind.headSize(random);
            int length = random.nextInt(1, 65);
            try (Arena arena = Arena.ofConfined()) {
                Rows value = Rows.allocate(arena, 1, headSize, DType.FLOAT32);
                KeyValueCache cache = kind.cache(arena, 2, 64, headSize);
                float[] none = new float[headSize];
                Arrays.fill(none, Float.NaN);
                for (int i = 0; i < headSize; i++) {
                    value.set(0, i, Float.NaN);
                }
                for (int p = 0; p < 64; p++) {
                    store(cache, new int[] {0}, p, none, value, 0);
                }
                for (int p = 0; p < length; p++) {
                    float[] key = normal(random, headSize);
                    fill(value, 0, random);
                    store(cache, new int[] {0}, p, key, value, 0);
                    store(cache, new int[] {1}, p, key, value, 0);
                }
                Rows results = Rows.allocate(arena, 2, headSize, DType.FLOAT32);
                Attention attention = cache.attention(arena, 64);
                float[] q = normal(random, headSize);
                attention.attend(1, 1, q, 1, 1, new int[] {0}, length, results, 0, 0);
                attention.attend(1, 1, q, 1, 1, new int[] {1}, length, results, 1, 0);
                for (int i = 0; i < headSize; i++) {
                    assertThat(results.get(0, i)).as("%s", kind).isEqualTo(results.get(1, i));
                }
            }
        });
    }

    @Test
    void values_that_are_no_numbers_reach_those_who_see_them_and_nobody_before() {
        Property.seeded(35).holds(100, random -> {
            Kind kind = Kind.any(random);
            int headSize = kind.headSize(random);
            int length = random.nextInt(2, 60);
            int bad = random.nextInt(1, length);
            float worst = random.nextBoolean() ? Float.NaN : Float.MAX_VALUE; // which bfloat16 does not have
            try (Arena arena = Arena.ofConfined()) {
                Rows value = Rows.allocate(arena, 1, headSize, DType.FLOAT32);
                KeyValueCache cache = kind.cache(arena, 1, 64, headSize);
                int[] blocks = {0};
                for (int p = 0; p < length; p++) {
                    fill(value, 0, random);
                    if (p == bad) {
                        value.set(0, random.nextInt(headSize), worst);
                    }
                    store(cache, blocks, p, normal(random, headSize), value, 0);
                }
                int rows = Math.min(length, 12);
                Rows results = Rows.allocate(arena, rows, headSize, DType.FLOAT32);
                Attention attention = cache.attention(arena, 64);
                float[] q = normal(random, rows * headSize);
                attention.attend(1, 1, q, rows, 1, blocks, length - rows + 1, results, 0, 0);
                for (int row = 0; row < rows; row++) {
                    boolean sees = length - rows + row >= bad;
                    boolean numbers = true;
                    for (int i = 0; i < headSize; i++) {
                        numbers &= Float.isFinite(results.get(row, i));
                    }
                    if (!sees || (Float.isNaN(worst) && sees)) {
                        assertThat(numbers)
                                .as("%s, row %d of %d, position %d", kind, row, rows, bad)
                                .isEqualTo(!sees);
                    }
                }
            }
        });
    }

    private static void store(KeyValueCache cache, int[] blocks, int position, float[] key, Rows values, int row) {
        int size = cache.blockSize();
        cache.store(blocks[position / size], position % size, 1, 1, key, 0, values.memory(), values.at(row, 0));
    }

    private static void fill(Rows rows, int row, RandomGenerator random) {
        for (int i = 0; i < rows.width(); i++) {
            rows.set(row, i, (float) random.nextGaussian());
        }
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
        Property.seeded(34).holds(20, random -> {
            Kind kind = Kind.any(random);
            int headSize = kind.headSize(random);
            try (Arena arena = Arena.ofConfined()) {
                KeyValueCache cache = kind.cache(arena, 2, 32, headSize);
                Rows value = Rows.allocate(arena, 1, headSize, DType.FLOAT32);
                for (int i = 0; i < headSize; i++) {
                    value.set(0, i, i + 5);
                }
                for (int layer = 0; layer < LAYERS; layer++) {
                    for (int head = 0; head < HEADS; head++) {
                        cache.store(0, 0, layer, head, new float[headSize], 0, value.memory(), 0);
                    }
                }
                cache.copy(0, 1);
                Attention attention = cache.attention(arena, 32);
                for (int layer = 0; layer < LAYERS; layer++) {
                    for (int head = 0; head < HEADS; head++) {
                        Rows result = Rows.allocate(arena, 1, headSize, DType.FLOAT32);
                        attention.attend(layer, head, new float[headSize], 1, 1, new int[] {1}, 1, result, 0, 0);
                        assertThat(result.get(0, 0)).isEqualTo(5);
                        assertThat(result.get(0, headSize - 1)).isEqualTo(headSize + 4);
                    }
                }
            }
        });
    }

    private static double[] plain(float[] q, int from, float[][] keys, Rows values, int seen, Kind kind) {
        int headSize = values.width();
        double[] weights = new double[seen];
        double most = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < seen; p++) {
            for (int i = 0; i < headSize; i++) {
                double query = kind.tiles() ? rounded(q[from + i], DType.BFLOAT16) : q[from + i];
                weights[p] += query * rounded(keys[p][i], kind.type());
            }
            most = Math.max(most, weights[p]);
        }
        double sum = 0;
        for (int p = 0; p < seen; p++) {
            double weight = Math.exp(weights[p] - most);
            weights[p] = kind.tiles() ? rounded((float) weight, DType.BFLOAT16) : weight;
            sum += weights[p];
        }
        double[] result = new double[headSize];
        for (int p = 0; p < seen; p++) {
            for (int i = 0; i < headSize; i++) {
                result[i] += weights[p] / sum * rounded(values.get(p, i), kind.type());
            }
        }
        return result;
    }

    private static float rounded(float value, DType type) {
        return type == DType.BFLOAT16 ? Bfloat16.toFloat(Bfloat16.of(value)) : value;
    }
}
