package zeroone.evaluation.scaling;

/**
 * What the cost of a decoder depends on.
 *
 * @param parameters weights that multiply activations: everything but the embedding look-up. The output head counts once,
 *     also when it is tied to the embedding
 * @param heads query heads per layer (shared key/value heads save memory, not multiplications)
 * @param headDim width of one head
 */
public record ModelShape(long parameters, int layers, int heads, int headDim) {
    public ModelShape {
        if (parameters < 1 || layers < 1 || heads < 1 || headDim < 1) {
            throw new IllegalArgumentException("a model has positive sizes: " + parameters + " parameters, " + layers
                    + " layers, " + heads + " heads of " + headDim);
        }
    }
}
