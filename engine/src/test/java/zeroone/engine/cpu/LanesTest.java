package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import zeroone.tensor.Bfloat16;

class LanesTest {
    @Test
    void exponentials_are_within_three_units_in_the_last_place() {
        for (float x = -86.9f; x < 80; x += 0.0137f) {
            float[] lanes = Lanes.exp(FloatVector.broadcast(Lanes.FLOATS, x)).toArray();
            double exact = Math.exp(x);
            assertThat(Math.abs(lanes[0] - exact) / Math.ulp((float) exact))
                    .as("e^%s", x)
                    .isLessThan(3);
        }
    }

    @Test
    void a_sum_is_that_of_all_lanes() {
        float[] values = new float[Lanes.COUNT];
        for (int lane = 0; lane < values.length; lane++) {
            values[lane] = 1 << lane;
        }
        assertThat(Lanes.sum(FloatVector.fromArray(Lanes.FLOATS, values, 0))).isEqualTo((1 << Lanes.COUNT) - 1);
    }

    @Test
    void what_is_far_below_zero_has_no_exponential() {
        for (float x : new float[] {-87.5f, -1e10f, Float.NEGATIVE_INFINITY}) {
            assertThat(Lanes.exp(FloatVector.broadcast(Lanes.FLOATS, x)).lane(0))
                    .isZero();
        }
    }

    @Test
    void bfloat16_rounds_to_the_nearest_and_ties_to_even_alone_and_in_vectors() {
        assertThat(Bfloat16.toFloat(Bfloat16.of(1 + 1 / 256f))).isEqualTo(1); // a tie, to the even side
        assertThat(Bfloat16.toFloat(Bfloat16.of(1 + 3 / 256f))).isEqualTo(1 + 4 / 256f);
        assertThat(Bfloat16.toFloat(Bfloat16.of(1 + 1.1f / 256f))).isEqualTo(1 + 2 / 256f);
        Random random = new Random(5);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(2L * Lanes.COUNT);
            for (int i = 0; i < 2_000; i++) {
                float[] values = new float[Lanes.COUNT];
                for (int lane = 0; lane < values.length; lane++) {
                    values[lane] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20)));
                }
                Lanes.storeBfloat16(FloatVector.fromArray(Lanes.FLOATS, values, 0), memory, 0);
                float[] back = Lanes.loadBfloat16(memory, 0).toArray();
                for (int lane = 0; lane < values.length; lane++) {
                    assertThat(back[lane]).isEqualTo(Bfloat16.toFloat(Bfloat16.of(values[lane])));
                    assertThat(Math.abs(back[lane] - values[lane])).isLessThanOrEqualTo(Math.abs(values[lane]) / 256);
                }
            }
        }
    }
}
