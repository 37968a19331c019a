package zeroone.engine.cpu;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;

/** What happens between products, one row at a time. */
final class RowOperations {
    private RowOperations() {}

    /** target = x / sqrt(mean(x²) + epsilon) * weight (Zhang and Sennrich, 2019). */
    static void rmsNorm(Rows x, int row, float[] weight, double epsilon, Rows target, int targetRow) {
        int width = x.width();
        MemorySegment memory = x.memory();
        long base = x.at(row, 0);
        int bound = Lanes.FLOATS.loopBound(width);
        FloatVector squares = FloatVector.zero(Lanes.FLOATS);
        for (int i = 0; i < bound; i += Lanes.COUNT) {
            FloatVector v = Lanes.load(memory, base + 4L * i);
            squares = v.fma(v, squares);
        }
        double sum = Lanes.sum(squares);
        for (int i = bound; i < width; i++) {
            sum += x.get(row, i) * x.get(row, i);
        }
        float scale = (float) (1 / Math.sqrt(sum / width + epsilon));
        for (int i = 0; i < bound; i += Lanes.COUNT) {
            FloatVector v = Lanes.load(memory, base + 4L * i);
            target.set(targetRow, i, v.mul(scale).mul(FloatVector.fromArray(Lanes.FLOATS, weight, i)));
        }
        for (int i = bound; i < width; i++) {
            target.set(targetRow, i, x.get(row, i) * scale * weight[i]);
        }
    }

    /** target[from + i] = silu(gate[i]) * up[i] for {@code count} columns of a row (Shazeer, 2020). */
    static void swiGlu(Rows gateUp, int row, int gate, int up, int count, Rows target, int from) {
        MemorySegment memory = gateUp.memory();
        long gates = gateUp.at(row, gate);
        long ups = gateUp.at(row, up);
        int bound = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < bound; i += Lanes.COUNT) {
            FloatVector g = Lanes.load(memory, gates + 4L * i);
            FloatVector u = Lanes.load(memory, ups + 4L * i);
            target.set(row, from + i, g.mul(u).div(Lanes.exp(g.neg()).add(1f)));
        }
        for (int i = bound; i < count; i++) {
            float g = gateUp.get(row, gate + i);
            target.set(row, from + i, (float) (g / (1 + Math.exp(-g)) * gateUp.get(row, up + i)));
        }
    }
}
