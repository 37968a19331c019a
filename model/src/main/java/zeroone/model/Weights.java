package zeroone.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/** Makes a {@link CausalLm} from tensors with Hugging Face names, and takes it apart into them. */
final class Weights {
    private Weights() {}

    /** The names and shapes that a directory of this configuration holds, in order. */
    static Map<String, long[]> shapes(LlamaConfig c) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("model.embed_tokens.weight", new long[] {c.vocabularySize(), c.hiddenSize()});
        long queries = (long) c.heads() * c.headSize();
        long keys = (long) c.keyValueHeads() * c.headSize();
        for (int i = 0; i < c.layers(); i++) {
            String layer = "model.layers." + i + ".";
            shapes.put(layer + "input_layernorm.weight", new long[] {c.hiddenSize()});
            shapes.put(layer + "self_attn.q_proj.weight", new long[] {queries, c.hiddenSize()});
            shapes.put(layer + "self_attn.k_proj.weight", new long[] {keys, c.hiddenSize()});
            shapes.put(layer + "self_attn.v_proj.weight", new long[] {keys, c.hiddenSize()});
            shapes.put(layer + "self_attn.o_proj.weight", new long[] {c.hiddenSize(), queries});
            shapes.put(layer + "post_attention_layernorm.weight", new long[] {c.hiddenSize()});
            shapes.put(layer + "mlp.gate_proj.weight", new long[] {c.intermediateSize(), c.hiddenSize()});
            shapes.put(layer + "mlp.up_proj.weight", new long[] {c.intermediateSize(), c.hiddenSize()});
            shapes.put(layer + "mlp.down_proj.weight", new long[] {c.hiddenSize(), c.intermediateSize()});
        }
        shapes.put("model.norm.weight", new long[] {c.hiddenSize()});
        if (!c.tiedEmbeddings()) {
            shapes.put("lm_head.weight", new long[] {c.vocabularySize(), c.hiddenSize()});
        }
        return shapes;
    }

    static CausalLm assemble(LlamaConfig config, DType precision, Device device, Function<String, Tensor> tensors) {
        try (TensorScope _ = new TensorScope()) {
            Parameter embedding = parameter("model.embed_tokens.weight", tensors);
            List<DecoderLayer> layers = new ArrayList<>();
            for (int i = 0; i < config.layers(); i++) {
                String layer = "model.layers." + i + ".";
                layers.add(new DecoderLayer(
                        i,
                        parameter(layer + "input_layernorm.weight", tensors),
                        fused(layer + "self_attn.qkv_proj.weight", tensors, queryKeyValue(layer)),
                        parameter(layer + "self_attn.o_proj.weight", tensors),
                        parameter(layer + "post_attention_layernorm.weight", tensors),
                        fused(layer + "mlp.gate_up_proj.weight", tensors, gateUp(layer)),
                        parameter(layer + "mlp.down_proj.weight", tensors)));
            }
            Parameter norm = parameter("model.norm.weight", tensors);
            Parameter head = config.tiedEmbeddings() ? embedding : parameter("lm_head.weight", tensors);
            return new CausalLm(config, precision, device, embedding, layers, norm, head);
        }
    }

    /** Values for a model that has not learned anything: normal, smaller where a layer writes to the residual stream. */
    static Function<String, Tensor> random(LlamaConfig config, Device device, RandomGenerator random) {
        Map<String, long[]> shapes = shapes(config);
        double deviation = 0.02;
        double residual = deviation / Math.sqrt(2.0 * config.layers());
        Map<String, float[]> values = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            float[] drawn = new float[(int) (shape.length == 1 ? shape[0] : shape[0] * shape[1])];
            boolean writesResidual = name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight");
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = shape.length == 1
                        ? 1
                        : (float) (random.nextGaussian() * (writesResidual ? residual : deviation));
            }
            values.put(name, drawn);
        });
        return name -> Tensor.of(
                java.util.Objects.requireNonNull(values.get(name), name),
                device,
                java.util.Objects.requireNonNull(shapes.get(name), name));
    }

    /** The weights under their Hugging Face names; views into the model. */
    static Map<String, Tensor> named(CausalLm model) {
        LlamaConfig c = model.config();
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (Parameter parameter : model.parameters()) {
            Tensor value = parameter.value().detach();
            String name = parameter.name();
            if (name.endsWith("qkv_proj.weight")) {
                long[] rows = {
                    (long) c.heads() * c.headSize(),
                    (long) c.keyValueHeads() * c.headSize(),
                    (long) c.keyValueHeads() * c.headSize()
                };
                split(value, queryKeyValue(name.substring(0, name.indexOf("self_attn"))), rows, named);
            } else if (name.endsWith("gate_up_proj.weight")) {
                long[] rows = {c.intermediateSize(), c.intermediateSize()};
                split(value, gateUp(name.substring(0, name.indexOf("mlp"))), rows, named);
            } else {
                named.put(name, value);
            }
        }
        return named;
    }

    private static void split(Tensor fused, List<String> names, long[] rows, Map<String, Tensor> into) {
        long start = 0;
        for (int i = 0; i < rows.length; i++) {
            into.put(names.get(i), fused.narrow(0, start, rows[i]));
            start += rows[i];
        }
    }

    private static List<String> queryKeyValue(String layer) {
        return List.of(
                layer + "self_attn.q_proj.weight",
                layer + "self_attn.k_proj.weight",
                layer + "self_attn.v_proj.weight");
    }

    private static List<String> gateUp(String layer) {
        return List.of(layer + "mlp.gate_proj.weight", layer + "mlp.up_proj.weight");
    }

    private static Parameter parameter(String name, Function<String, Tensor> tensors) {
        return new Parameter(name, tensors.apply(name));
    }

    private static Parameter fused(String name, Function<String, Tensor> tensors, List<String> parts) {
        return new Parameter(
                name, Tensor.concatenate(0, parts.stream().map(tensors).toList()));
    }
}
