package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.util.stream.Stream;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;

/**
 * What a step computes on its way through the layers; R rows are read and S of them scored. What goes into products is in
 * the type that goes with the packed weights.
 *
 * @param residual float32 [R, C]
 * @param normed [R, C]
 * @param queryKeyValue float32 [R, (H + 2 Hkv) D]
 * @param attended [R, H D]
 * @param gateUp float32 [R, 2 F]: of each member of the crew its gates, then its ups
 * @param hidden [R, F]
 * @param last [S, C]
 * @param logits float32 [S, V]
 */
record Activations(
        Rows residual,
        Rows normed,
        Rows queryKeyValue,
        Rows attended,
        Rows gateUp,
        Rows hidden,
        Rows last,
        Rows logits) {
    /**
     * @param type of what goes into products
     */
    static Activations allocate(Arena arena, LlamaConfig config, DecoderShape shape, DType type) {
        int rows = RowCounts.rounded(shape.rows());
        int scored = RowCounts.rounded(shape.scored());
        int heads = config.heads() + 2 * config.keyValueHeads();
        return new Activations(
                Rows.allocate(arena, rows, config.hiddenSize(), DType.FLOAT32),
                Rows.allocate(arena, rows, config.hiddenSize(), type),
                Rows.allocate(arena, rows, heads * config.headSize(), DType.FLOAT32),
                Rows.allocate(arena, rows, config.heads() * config.headSize(), type),
                Rows.allocate(arena, rows, 2 * config.intermediateSize(), DType.FLOAT32),
                Rows.allocate(arena, rows, config.intermediateSize(), type),
                Rows.allocate(arena, scored, config.hiddenSize(), type),
                Rows.allocate(arena, scored, config.vocabularySize(), DType.FLOAT32));
    }

    long bytes() {
        return Stream.of(residual, normed, queryKeyValue, attended, gateUp, hidden, last, logits)
                .mapToLong(rows -> rows.memory().byteSize())
                .sum();
    }

    /** Throws unless the step has as few rows as was planned for. */
    void require(Step step) {
        if (step.rows() > residual.rows() || step.scored() > last.rows()) {
            throw new IllegalArgumentException("a step of " + step.rows() + " rows, " + step.scored()
                    + " of them scored, is larger than planned: " + residual.rows() + ", " + last.rows());
        }
    }
}
