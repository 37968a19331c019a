package zeroone.model;

import zeroone.tensor.Tensor;

/**
 * What the queries of a layer may see. Training attends within its batch; sampling also remembers what it has read. The
 * decoder is the same for both, so a sampler and a trainer cannot disagree about the model.
 */
public interface Attention {
    /**
     * @param layer index of the layer, from 0
     * @param q rotated queries [B, T, H, D]
     * @param k rotated keys [B, T, Hkv, D]
     * @param v values [B, T, Hkv, D]
     * @return [B, T, H * D]
     */
    Tensor attend(int layer, Tensor q, Tensor k, Tensor v);
}
