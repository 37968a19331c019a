package zeroone.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/** Models of a few thousand weights, large enough that a mistake changes what they say. */
final class TinyModels {
    static {
        NativeLibrary.useThreads(1); // handing so little work to other threads takes longer than doing it
    }

    private TinyModels() {}

    static LlamaConfig config(int heads, int keyValueHeads, boolean tied) {
        return new LlamaConfig(
                31,
                24,
                20,
                2,
                heads,
                keyValueHeads,
                8,
                10_000,
                1e-5,
                64,
                tied,
                DataType.F32,
                List.of(30),
                OptionalInt.empty(),
                OptionalInt.of(29));
    }

    /** Weights ten times as large as those that training starts from, so that every part has a say; norms vary too. */
    static CausalLm random(LlamaConfig config, DType precision, long seed) {
        RandomGenerator random = new java.util.Random(seed);
        CausalLm model = ModelDirectory.random(config, precision, Device.CPU, random);
        try (TensorScope _ = new TensorScope()) {
            for (Parameter parameter : model.parameters()) {
                float[] values = parameter.value().toFloats();
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float)
                            (random.nextGaussian() * 0.2 + (parameter.value().shape().length == 1 ? 1 : 0));
                }
                parameter.set(Tensor.of(values, Device.CPU, parameter.value().shape()));
            }
        }
        return model;
    }

    /** Logits of every position, [B * T * V]. */
    static float[] logits(CausalLm model, CausalAttention attention, int[][] ids) {
        int length = ids[0].length;
        long[] flat = new long[ids.length * length];
        long[] positions = new long[length];
        for (int t = 0; t < length; t++) {
            positions[t] = t;
            for (int b = 0; b < ids.length; b++) {
                flat[b * length + t] = ids[b][t];
            }
        }
        try (TensorScope _ = new TensorScope();
                zeroone.tensor.Gradients _ = zeroone.tensor.Gradients.off()) {
            return model.logits(model.hidden(
                            Tensor.of(flat, Device.CPU, ids.length, length),
                            Tensor.of(positions, Device.CPU, 1, length),
                            attention))
                    .toFloats();
        }
    }
}
