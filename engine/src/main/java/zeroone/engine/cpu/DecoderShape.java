package zeroone.engine.cpu;

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

    private static void require(boolean condition, String rule, int value) {
        if (!condition) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
