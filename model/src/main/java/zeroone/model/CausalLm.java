package zeroone.model;

import java.util.ArrayList;
import java.util.List;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;

/**
 * A Llama-family decoder: RMSNorm, rotary positions, grouped-query attention, SwiGLU. Sampling, scoring and training all
 * go through {@link #hidden} and {@link #logits}; there is no second forward pass.
 *
 * <p>Weights are float32; {@link #precision} is what products are computed in.
 */
public final class CausalLm implements AutoCloseable {
    private final LlamaConfig config;
    private final DType precision;
    private final Device device;
    private final Parameter embedding; // [V, C]
    private final List<DecoderLayer> layers;
    private final Parameter finalNorm; // [C]
    private final Parameter head; // [V, C]; the embedding itself when tied
    private final Rope rope;

    CausalLm(
            LlamaConfig config,
            DType precision,
            Device device,
            Parameter embedding,
            List<DecoderLayer> layers,
            Parameter finalNorm,
            Parameter head) {
        this.config = config;
        this.precision = precision;
        this.device = device;
        this.embedding = embedding;
        this.layers = List.copyOf(layers);
        this.finalNorm = finalNorm;
        this.head = head;
        this.rope = new Rope(config.maxPositions(), config.headSize(), config.ropeTheta(), precision, device);
    }

    /**
     * The residual stream after the last norm.
     *
     * @param ids int64 [B, T]
     * @param positions int64 [B, T] or [1, T], each below the context length
     * @return [B, T, C]
     */
    public Tensor hidden(Tensor ids, Tensor positions, Attention attention) {
        Rope.Rotation rotation = rope.at(positions);
        Tensor x = embedding.as(precision).embedding(ids); // [B, T, C]
        for (DecoderLayer layer : layers) {
            x = layer.forward(x, rotation, attention, config, precision);
        }
        return x.rmsNorm(finalNorm.as(precision), config.rmsNormEpsilon());
    }

    /**
     * Scores of every token as the next one.
     *
     * @param hidden [..., C]
     * @return float32 [..., V]
     */
    public Tensor logits(Tensor hidden) {
        return hidden.linear(head.as(precision)).to(DType.FLOAT32);
    }

    /** A model on the same weights in the same memory, whose gradients are its own. */
    public CausalLm replica() {
        Parameter sharedEmbedding = embedding.replica();
        return new CausalLm(
                config,
                precision,
                device,
                sharedEmbedding,
                layers.stream().map(DecoderLayer::replica).toList(),
                finalNorm.replica(),
                head == embedding ? sharedEmbedding : head.replica());
    }

    public LlamaConfig config() {
        return config;
    }

    public DType precision() {
        return precision;
    }

    public Device device() {
        return device;
    }

    /** Every weight once, in a fixed order. */
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(embedding);
        layers.forEach(layer -> all.addAll(layer.parameters()));
        all.add(finalNorm);
        if (head != embedding) {
            all.add(head);
        }
        return all;
    }

    /** Another number whenever a weight has changed. */
    public long version() {
        return parameters().stream().mapToLong(Parameter::version).sum();
    }

    /** Number of weights. */
    public long parameterCount() {
        return parameters().stream().mapToLong(p -> p.value().elements()).sum();
    }

    /** Weights that take part in a product per token: all but an embedding that is only looked up, and the norms. */
    public long productParameterCount() {
        long products = head.value().elements();
        for (DecoderLayer layer : layers) {
            for (Parameter parameter : layer.parameters()) {
                products +=
                        parameter.value().shape().length > 1 ? parameter.value().elements() : 0;
            }
        }
        return products;
    }

    @Override
    public void close() {
        parameters().forEach(Parameter::close);
        rope.close();
    }
}
