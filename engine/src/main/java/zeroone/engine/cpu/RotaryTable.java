package zeroone.engine.cpu;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;

/** Rotary positions (Su et al., 2021), half-split as Llama has them: element i of a head turns with element i + D/2. */
final class RotaryTable {
    private final int half;
    private final float[] cosine; // [S, D/2]
    private final float[] sine;

    /** What a table takes in memory. */
    static long bytes(int positions, int headSize) {
        return 2L * positions * (headSize / 2) * Float.BYTES;
    }

    RotaryTable(int positions, int headSize, double theta) {
        this.half = headSize / 2;
        this.cosine = new float[positions * half];
        this.sine = new float[positions * half];
        for (int i = 0; i < half; i++) {
            // float32 on purpose: the angles that transformers computes
            float frequency = (float) (1.0 / Math.pow(theta, 2.0 * i / headSize));
            for (int position = 0; position < positions; position++) {
                float angle = position * frequency;
                cosine[position * half + i] = (float) Math.cos(angle);
                sine[position * half + i] = (float) Math.sin(angle);
            }
        }
    }

    /** Reads a head, turns it to its position, multiplies it by a factor, and writes it to {@code target[from ..]}. */
    void rotate(MemorySegment head, long offset, int position, float factor, float[] target, int from) {
        int angles = position * half;
        int bound = Lanes.FLOATS.loopBound(half);
        for (int i = 0; i < bound; i += Lanes.COUNT) {
            FloatVector first = Lanes.load(head, offset + 4L * i);
            FloatVector second = Lanes.load(head, offset + 4L * (i + half));
            FloatVector cos =
                    FloatVector.fromArray(Lanes.FLOATS, cosine, angles + i).mul(factor);
            FloatVector sin =
                    FloatVector.fromArray(Lanes.FLOATS, sine, angles + i).mul(factor);
            first.mul(cos).sub(second.mul(sin)).intoArray(target, from + i);
            second.mul(cos).add(first.mul(sin)).intoArray(target, from + i + half);
        }
        for (int i = bound; i < half; i++) {
            float first = head.get(Lanes.FLOAT, offset + 4L * i);
            float second = head.get(Lanes.FLOAT, offset + 4L * (i + half));
            float cos = cosine[angles + i] * factor;
            float sin = sine[angles + i] * factor;
            target[from + i] = first * cos - second * sin;
            target[from + i + half] = second * cos + first * sin;
        }
    }
}
