package zeroone.model;

import zeroone.tensor.Device;
import zeroone.tensor.Tensor;

/** Each position sees itself and what came before it in its own sequence of the batch. */
public sealed interface CausalAttention extends Attention {
    /** The faster of the two on a device, for batches of sequences of one (padded) length. */
    static CausalAttention on(Device device, int length) {
        return switch (device) {
            case CPU -> new Explicit(length);
            case CUDA -> new Fused();
        };
    }

    /** One kernel that never writes the scores to memory. */
    record Fused() implements CausalAttention {
        @Override
        public Tensor attend(int layer, Tensor q, Tensor k, Tensor v) {
            return Tensor.attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2), true) // [B, H, T, D]
                    .transpose(1, 2)
                    .reshape(q.size(0), q.size(1), -1);
        }
    }

    /**
     * Two batched products with a softmax between them. libtorch's fused kernel for the CPU does not reach the matrix
     * units in bfloat16: with 32 sequences of 128 tokens and 4 heads of 32 it takes some thirty times as long as this.
     */
    final class Explicit implements CausalAttention {
        private final Tensor mask; // [1, 1, T, T]: 0 up to the diagonal, -inf above it

        Explicit(int length) {
            float[] values = new float[length * length];
            for (int row = 0; row < length; row++) {
                java.util.Arrays.fill(values, row * length + row + 1, (row + 1) * length, Float.NEGATIVE_INFINITY);
            }
            mask = Tensor.of(values, Device.CPU, 1, 1, length, length);
        }

        @Override
        public Tensor attend(int layer, Tensor q, Tensor k, Tensor v) {
            long batch = q.size(0);
            long length = q.size(1);
            long heads = q.size(2);
            long keyValueHeads = k.size(2);
            long headSize = q.size(3);
            long group = heads / keyValueHeads;
            // Query heads that share a key head become rows of one product, so k and v are not repeated.
            Tensor queries = q.multiply(1 / Math.sqrt(headSize))
                    .transpose(1, 2)
                    .reshape(batch, keyValueHeads, group * length, headSize); // [B, Hkv, G T, D]
            Tensor scores = queries.matmul(k.transpose(1, 2).transpose(2, 3)) // [B, Hkv, G T, T]
                    .reshape(batch, heads, length, length);
            Tensor weights = scores.add(mask.to(q.dtype())).softmax(-1);
            return weights.reshape(batch, keyValueHeads, group * length, length)
                    .matmul(v.transpose(1, 2)) // [B, Hkv, G T, D]
                    .reshape(batch, heads, length, headSize)
                    .transpose(1, 2)
                    .reshape(batch, length, heads * headSize);
        }
    }
}
