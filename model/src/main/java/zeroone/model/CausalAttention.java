package zeroone.model;

import zeroone.tensor.Tensor;

/** Each position sees itself and what came before it in its own sequence of the batch. */
public final class CausalAttention implements Attention {
    @Override
    public Tensor attend(int layer, Tensor q, Tensor k, Tensor v) {
        long batch = q.size(0);
        long length = q.size(1);
        return Tensor.attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2), true) // [B, H, T, D]
                .transpose(1, 2)
                .reshape(batch, length, -1);
    }
}
