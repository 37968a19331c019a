package zeroone.cli.bench;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.model.huggingface.DataType;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;

/** Models with random weights, for how fast a model runs does not depend on what it knows. */
public enum NamedShape {
    /** 512 wide, 8 layers, 8 query and 2 key heads. */
    M17(1_344, 512, 1_024, 8, 8, 2, 64),
    /** 1,024 wide, 28 layers, 16 query and 8 key heads, a vocabulary of 151,936. */
    M600(151_936, 1_024, 3_072, 28, 16, 8, 128);

    private static final int POSITIONS = 4_096;

    private final LlamaConfig config;

    NamedShape(int vocabulary, int width, int intermediate, int layers, int heads, int keyValueHeads, int headSize) {
        this.config = new LlamaConfig(
                vocabulary,
                width,
                intermediate,
                layers,
                heads,
                keyValueHeads,
                headSize,
                10_000,
                1e-5,
                POSITIONS,
                true,
                DataType.BF16,
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** A model of this shape; the same every time. */
    public CausalLm model(DType precision) {
        return ModelDirectory.random(config, precision, Device.CPU, new Random(1));
    }
}
