package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Random;
import org.junit.jupiter.api.Test;
import zeroone.tensor.DType;

class RowOperationsTest {
    private final Random random = new Random(21);

    @Test
    void a_norm_is_what_its_formula_says_at_any_width() {
        for (int width : new int[] {1, 7, 16, 40, 128, 131}) {
            try (Arena arena = Arena.ofConfined()) {
                Rows x = random(arena, 3, width);
                Rows y = Rows.allocate(arena, 5, width, DType.FLOAT32);
                float[] weight = new float[width];
                for (int i = 0; i < width; i++) {
                    weight[i] = random.nextFloat();
                }
                RowOperations.rmsNorm(x, 2, weight, 1e-5, y, 4);
                double squares = 0;
                for (int i = 0; i < width; i++) {
                    squares += (double) x.get(2, i) * x.get(2, i);
                }
                for (int i = 0; i < width; i++) {
                    double expected = x.get(2, i) / Math.sqrt(squares / width + 1e-5) * weight[i];
                    assertThat((double) y.get(4, i)).isCloseTo(expected, within(1e-5));
                }
            }
        }
    }

    @Test
    void swiglu_is_what_its_formula_says_at_any_width() {
        for (int width : new int[] {1, 7, 16, 40, 131}) {
            try (Arena arena = Arena.ofConfined()) {
                Rows gateUp = random(arena, 2, 2 * width);
                Rows y = Rows.allocate(arena, 2, width + 3, DType.FLOAT32);
                RowOperations.swiGlu(gateUp, 1, 0, width, width, y, 3);
                for (int i = 0; i < width; i++) {
                    double gate = gateUp.get(1, i);
                    double expected = gate / (1 + Math.exp(-gate)) * gateUp.get(1, width + i);
                    assertThat((double) y.get(1, 3 + i)).isCloseTo(expected, within(1e-5));
                }
            }
        }
    }

    private Rows random(Arena arena, int rows, int width) {
        Rows values = Rows.allocate(arena, rows, width, DType.FLOAT32);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < width; i++) {
                values.set(row, i, (float) (2 * random.nextGaussian()));
            }
        }
        return values;
    }
}
