package zeroone.cli;

import picocli.CommandLine.Option;
import zeroone.tensor.WeightFormat;

/** How the weights of a model are kept while it generates. */
final class WeightsOption {
    @Option(
            names = "--weights",
            paramLabel = "FORMAT",
            description = "float32, bfloat16, int8 or int4: fewer bits generate faster and less exactly;"
                    + " ./zeroone bench engine says by how much (default: float32).")
    private WeightFormat format = WeightFormat.FLOAT32;

    WeightFormat format() {
        return format;
    }
}
