package zeroone.cli.bench;

import java.util.Locale;
import zeroone.engine.MemoryPlan;
import zeroone.tensor.WeightFormat;

/**
 * What is measured, and on what.
 *
 * @param model its directory, or its shape
 * @param weightCount of the model
 * @param threads cores that the engine works on, and the machine was measured with
 * @param cost of the format in exactness
 * @param largest memory of the largest engine that is measured
 */
public record EngineSubject(
        String model,
        long weightCount,
        WeightFormat format,
        int threads,
        Machine machine,
        PrecisionCost cost,
        MemoryPlan largest) {
    String title() {
        return String.format(Locale.ROOT, "%s: %,d weights, %s, %d threads", model, weightCount, formatName(), threads);
    }

    String formatName() {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
