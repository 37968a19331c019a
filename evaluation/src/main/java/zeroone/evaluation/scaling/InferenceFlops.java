package zeroone.evaluation.scaling;

import java.util.Objects;

/**
 * Floating-point operations of a decoder, a multiply-add counted as two.
 *
 * <p>A sequence of L tokens, prompt and completion together, costs
 *
 * <pre>  2·L·parameters + 4·layers·heads·headDim·L·(L+1)/2</pre>
 *
 * The first term is one matrix product per weight and token. The second is attention: at position t, scores and weighted
 * values take 2·heads·headDim·t each and layer. Norms, rotations and softmax are left out (below 1 %). Samples that share a
 * prompt each count it once more, although an engine may share its cache.
 */
public record InferenceFlops(ModelShape shape) {
    public InferenceFlops {
        Objects.requireNonNull(shape, "shape");
    }

    /** Operations of generating, or reading, a sequence of {@code length} tokens, prompt included. */
    public double forward(long length) {
        if (length < 0) {
            throw new IllegalArgumentException("a sequence length must not be negative: " + length);
        }
        double l = length;
        return 2 * l * shape.parameters() + 4.0 * shape.layers() * shape.heads() * shape.headDim() * l * (l + 1) / 2;
    }

    /**
     * Operations of sampling a sequence and learning from it once: one forward pass to sample, and three (forward, and
     * backward at twice its cost) to train.
     */
    public double trainedSample(long length) {
        return 4 * forward(length);
    }
}
