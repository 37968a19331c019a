package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeroone.text.CounterRandom;

class BlockPoolTest {
    private static final long SEED = 11;

    private static BlockPool pool(int blocks, int most) {
        return new BlockPool(blocks, most, new PrefixCache(16, false));
    }

    /** Blocks of sequences that take one block each in turns. */
    private static List<List<Integer>> growing(BlockPool pool, int sequences, int length) {
        List<List<Integer>> all = new ArrayList<>();
        IntStream.range(0, sequences).forEach(_ -> all.add(new ArrayList<>()));
        for (int b = 0; b < length; b++) {
            for (List<Integer> blocks : all) {
                blocks.add(pool.allocate(blocks.isEmpty() ? -1 : blocks.getLast()));
            }
        }
        return all;
    }

    private static int breaks(List<Integer> blocks) {
        return (int) IntStream.range(1, blocks.size())
                .filter(i -> blocks.get(i) != blocks.get(i - 1) + 1)
                .count();
    }

    @Test
    void sequences_that_grow_side_by_side_get_blocks_that_follow_each_other() {
        List<List<Integer>> all = growing(pool(64 * 32, 32), 64, 20);
        assertThat(all).allSatisfy(blocks -> assertThat(breaks(blocks)).isZero());
    }

    @Test
    void where_room_is_short_runs_are_shorter() {
        List<List<Integer>> all = growing(pool(64 * 8, 32), 64, 8);
        assertThat(all.stream().mapToInt(BlockPoolTest::breaks).max().orElseThrow())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void blocks_that_hold_a_whole_sequence_lie_together() {
        BlockPool pool = pool(64, 1);
        assertThat(IntStream.range(0, 5).map(_ -> pool.allocate(-1))).containsExactly(0, 1, 2, 3, 4);
        pool.release(1);
        assertThat(pool.allocate(-1)).isEqualTo(1);
    }

    @Test
    void every_block_is_handed_out_once_and_none_that_is_held() {
        RandomGenerator random = CounterRandom.of(SEED).sequence();
        for (int blocks = 1; blocks <= 200; blocks += 7) {
            BlockPool pool = pool(blocks, 1 + random.nextInt(40));
            BitSet held = new BitSet();
            for (int i = 0; i < 2000; i++) {
                int after = random.nextInt(blocks + 1) - 1;
                if (random.nextInt(3) > 0) {
                    int block = pool.allocate(after);
                    assertThat(block < 0)
                            .as("seed %d, %d blocks", SEED, blocks)
                            .isEqualTo(held.cardinality() == blocks);
                    assertThat(block >= 0 && held.get(block)).isFalse();
                    if (block >= 0) {
                        held.set(block);
                    }
                } else if (after >= 0 && held.get(after)) {
                    pool.release(after);
                    held.clear(after);
                }
            }
            assertThat(pool.available()).isEqualTo(blocks - held.cardinality());
        }
    }
}
