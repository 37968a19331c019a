package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;

/**
 * What a step computes on its way through the layers; R rows are read and S of them scored. What goes into products is in
 * the type that goes with the packed weights.
 *
 * @param number which of a decoder's activations these are, from 0
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
        int number,
        Rows residual,
        Rows normed,
        Rows queryKeyValue,
        Rows attended,
        Rows gateUp,
        Rows hidden,
        Rows last,
        Rows logits) {
    /**
     * @param mostRows the most rows of a pass
     * @param mostScored how many of them may be scored
     * @param type of what goes into products
     */
    static Activations allocate(int number, Arena arena, LlamaConfig config, int mostRows, int mostScored, DType type) {
        int rows = RowCounts.rounded(mostRows);
        int scored = RowCounts.rounded(mostScored);
        int heads = config.heads() + 2 * config.keyValueHeads();
        return new Activations(
                number,
                Rows.allocate(arena, rows, config.hiddenSize(), DType.FLOAT32),
                Rows.allocate(arena, rows, config.hiddenSize(), type),
                Rows.allocate(arena, rows, heads * config.headSize(), DType.FLOAT32),
                Rows.allocate(arena, rows, config.heads() * config.headSize(), type),
                Rows.allocate(arena, rows, 2 * config.intermediateSize(), DType.FLOAT32),
                Rows.allocate(arena, rows, config.intermediateSize(), type),
                Rows.allocate(arena, scored, config.hiddenSize(), type),
                Rows.allocate(arena, scored, config.vocabularySize(), DType.FLOAT32));
    }

    /** What {@link #allocate} takes for the same. */
    static long bytes(LlamaConfig config, int mostRows, int mostScored, DType type) {
        long rows = RowCounts.rounded(mostRows);
        long scored = RowCounts.rounded(mostScored);
        long heads = config.heads() + 2L * config.keyValueHeads();
        long plain = config.hiddenSize() + heads * config.headSize() + 2L * config.intermediateSize();
        long multiplied = config.hiddenSize() + (long) config.heads() * config.headSize() + config.intermediateSize();
        return rows * (plain * Float.BYTES + multiplied * Rows.bytes(type))
                + scored
                        * ((long) config.vocabularySize() * Float.BYTES
                                + (long) config.hiddenSize() * Rows.bytes(type));
    }
}
