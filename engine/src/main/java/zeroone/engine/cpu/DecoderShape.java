package zeroone.engine.cpu;

import zeroone.model.huggingface.LlamaConfig;

/**
 * What a decoder takes memory for.
 *
 * @param blocks of the cache
 * @param blockSize positions a block; a multiple of 16
 * @param rows the most tokens of a step
 * @param scored the most tokens of a step whose successors are scored
 */
public record DecoderShape(int blocks, int blockSize, int rows, int scored) {
    public DecoderShape {
        require(blocks > 0, "blocks must be positive", blocks);
        require(blockSize > 0 && blockSize % 16 == 0, "a block must hold a multiple of 16 positions", blockSize);
        require(rows > 0, "rows must be positive", rows);
        require(scored > 0 && scored <= rows, "scored rows must be in [1, " + rows + "]", scored);
    }

    /** Positions that all blocks hold. */
    public long positions() {
        return (long) blocks * blockSize;
    }

    /** What a member of a crew takes through all layers by itself. */
    DecoderShape piece() {
        int most = Math.min(PieceSize.MOST, rows);
        return new DecoderShape(blocks, blockSize, most, Math.min(most, scored));
    }

    /** The most positions that a row can see. */
    int longest(LlamaConfig config) {
        return (int) Math.min(config.maxPositions(), positions());
    }

    private static void require(boolean condition, String rule, int value) {
        if (!condition) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
