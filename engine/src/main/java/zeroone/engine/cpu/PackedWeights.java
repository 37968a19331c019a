package zeroone.engine.cpu;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import zeroone.model.CausalLm;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.PackedMatrix;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.WeightFormat;

/** A copy of a model's weights, packed and cut for the members of a crew, and the products they are used in. */
final class PackedWeights implements AutoCloseable {
    private final LlamaConfig config;
    private final Map<String, Parameter> parameters;
    private final WeightFormat format;
    private final int members;
    private final int passes;
    private final List<Share> gates;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>(); // all of them
    private final Projection head;
    private final MemorySegment embedding;
    private float[] finalNorm = {};

    /** One layer. */
    static final class Layer {
        final int index;
        final Projection queryKeyValue;
        final Projection attentionOutput;
        final Projection gateUp;
        final Projection down;
        float[] attentionNorm = {};
        float[] mlpNorm = {};

        private Layer(
                int index, Projection queryKeyValue, Projection attentionOutput, Projection gateUp, Projection down) {
            this.index = index;
            this.queryKeyValue = queryKeyValue;
            this.attentionOutput = attentionOutput;
            this.gateUp = gateUp;
            this.down = down;
        }
    }

    /**
     * @param model on the CPU
     * @param members of the crew
     * @param passes how many activations there are
     */
    PackedWeights(CausalLm model, WeightFormat format, int members, int passes) {
        this.config = model.config();
        this.parameters = model.parameters().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
        this.format = format;
        this.members = members;
        this.passes = passes;
        this.gates = Share.columns(config.intermediateSize(), members, PackedMatrix.OUTPUTS_TOGETHER);
        try {
            for (int i = 0; i < config.layers(); i++) {
                String name = prefix(i);
                layers.add(new Layer(
                        i,
                        projection(
                                name + "self_attn.qkv_proj.weight",
                                Activations::normed,
                                Activations::queryKeyValue,
                                false),
                        projection(
                                name + "self_attn.o_proj.weight", Activations::attended, Activations::residual, true),
                        gateUp(name + "mlp.gate_up_proj.weight"),
                        projection(name + "mlp.down_proj.weight", Activations::hidden, Activations::residual, true)));
            }
            this.head = projection(
                    config.tiedEmbeddings() ? "model.embed_tokens.weight" : "lm_head.weight",
                    Activations::last,
                    Activations::logits,
                    false);
            this.embedding =
                    parameter("model.embed_tokens.weight").value().detach().memory();
            loadNorms();
        } catch (RuntimeException | Error failure) { // too little memory, most likely: none may stay taken
            close();
            throw failure;
        }
    }

    private static String prefix(int layer) {
        return "model.layers." + layer + ".";
    }

    private Parameter parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private Projection projection(
            String name, Function<Activations, Rows> x, Function<Activations, Rows> y, boolean add) {
        Tensor weights = parameter(name).value().detach();
        Projection projection = new Projection(x, y, add);
        projections.add(projection);
        for (Share share : Share.columns(Math.toIntExact(weights.size(0)), members, PackedMatrix.OUTPUTS_TOGETHER)) {
            projection.add(() -> weights.narrow(0, share.start(), share.length()), share.start(), format, passes);
        }
        return projection;
    }

    private Projection gateUp(String name) {
        Tensor weights = parameter(name).value().detach(); // [2 F, C]
        Projection projection = new Projection(Activations::normed, Activations::gateUp, false);
        projections.add(projection);
        for (Share share : gates) {
            Supplier<Tensor> part = () -> Tensor.concatenate(
                    0,
                    List.of(
                            weights.narrow(0, share.start(), share.length()),
                            weights.narrow(0, config.intermediateSize() + share.start(), share.length())));
            projection.add(part, 2 * share.start(), format, passes);
        }
        return projection;
    }

    private void loadNorms() {
        for (Layer layer : layers) {
            layer.attentionNorm = norm(prefix(layer.index) + "input_layernorm.weight");
            layer.mlpNorm = norm(prefix(layer.index) + "post_attention_layernorm.weight");
        }
        finalNorm = norm("model.norm.weight");
    }

    private float[] norm(String name) {
        return parameter(name).value().toFloats();
    }

    /** Takes the weights of the model anew. */
    void reload() {
        projections.forEach(Projection::reload);
        loadNorms();
    }

    /** The model's own embeddings: float32 [V, C]. */
    MemorySegment embedding() {
        return embedding;
    }

    List<Layer> layers() {
        return layers;
    }

    Projection head() {
        return head;
    }

    float[] finalNorm() {
        return finalNorm;
    }

    /** Which gates each part of the gates and ups computes. */
    List<Share> gates() {
        return gates;
    }

    long bytes() {
        return projections.stream().mapToLong(Projection::bytes).sum();
    }

    @Override
    public void close() {
        projections.forEach(Projection::close);
    }
}
