package zeroone.engine;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.text.ReservedTokens;

/** Models that have strong and varied opinions: they end thoughts and turns now and then, by themselves. */
final class TinyModels {
    static final int VOCABULARY = 19;
    static final ReservedTokens RESERVED = new ReservedTokens(15, 16, 17, 18);

    static {
        NativeLibrary.useThreads(1); // handing so little work to other threads takes longer than doing it
    }

    private TinyModels() {}

    static CausalLm random(int keyValueHeads, DType precision, long seed) {
        LlamaConfig config = new LlamaConfig(
                VOCABULARY,
                16,
                20,
                2,
                4,
                keyValueHeads,
                8,
                10_000,
                1e-5,
                96,
                seed % 2 == 0,
                DataType.F32,
                List.of(17),
                OptionalInt.empty(),
                OptionalInt.of(18));
        Random random = new Random(seed);
        CausalLm model = ModelDirectory.random(config, precision, Device.CPU, random);
        try (TensorScope _ = new TensorScope()) {
            for (Parameter parameter : model.parameters()) {
                boolean norm = parameter.value().shape().length == 1;
                float[] values = new float[(int) parameter.value().elements()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (random.nextGaussian() * 0.3 + (norm ? 1 : 0));
                }
                parameter.set(Tensor.of(values, Device.CPU, parameter.value().shape()));
            }
        }
        return model;
    }
}
