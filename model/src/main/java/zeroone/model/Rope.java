package zeroone.model;

import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/**
 * Rotary position embeddings (Su et al., 2021) in the half-split layout of Llama: element i of a head turns with element
 * i + D/2. With the sign folded into the sine table, a rotation is x cos + roll(x, D/2) sin.
 */
final class Rope implements AutoCloseable {
    private final Tensor cosine; // [S, D]
    private final Tensor sine; // [S, D], first half negated

    Rope(int positions, int headSize, double theta, DType precision, Device device) {
        float[] cos = new float[positions * headSize];
        float[] sin = new float[positions * headSize];
        int half = headSize / 2;
        for (int position = 0; position < positions; position++) {
            for (int i = 0; i < half; i++) {
                // float32 on purpose: the angles that transformers computes
                float frequency = (float) (1.0 / Math.pow(theta, 2.0 * i / headSize));
                float angle = position * frequency;
                int at = position * headSize + i;
                cos[at] = (float) Math.cos(angle);
                cos[at + half] = cos[at];
                sin[at + half] = (float) Math.sin(angle);
                sin[at] = -sin[at + half];
            }
        }
        try (TensorScope _ = new TensorScope()) {
            cosine = Tensor.of(cos, device, positions, headSize).to(precision).retain();
            sine = Tensor.of(sin, device, positions, headSize).to(precision).retain();
        }
    }

    /** The rotations of the given positions. */
    Rotation at(Tensor positions) { // int64 [B, T]
        long batch = positions.size(0);
        long length = positions.size(1);
        Tensor flat = positions.reshape(-1);
        long headSize = cosine.size(1);
        return new Rotation(
                cosine.indexSelect(0, flat).reshape(batch, length, 1, headSize),
                sine.indexSelect(0, flat).reshape(batch, length, 1, headSize),
                headSize / 2);
    }

    /** cos and sin: [B or 1, T, 1, D]. */
    record Rotation(Tensor cosine, Tensor sine, long half) {
        Tensor rotate(Tensor x) { // [B, T, H, D]
            return x.multiply(cosine).addProduct(x.roll(half), sine);
        }
    }

    @Override
    public void close() {
        cosine.close();
        sine.close();
    }
}
