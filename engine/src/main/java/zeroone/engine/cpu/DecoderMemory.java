package zeroone.engine.cpu;

import zeroone.model.CausalLm;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.WeightFormat;

/**
 * Bytes that a decoder takes.
 *
 * @param weights packed; the model's own are not counted
 * @param keyValues the cache
 * @param workspace what a step computes, in Java's memory too
 */
public record DecoderMemory(long weights, long keyValues, long workspace) {
    /**
     * What a decoder will take, before anything of it is allocated. Of the weights about as much, or less: their layout is chosen
     * when they are packed.
     *
     * @param members of the crew
     */
    public static DecoderMemory planned(CausalLm model, WeightFormat format, DecoderShape shape, int members) {
        LlamaConfig config = model.config();
        DecoderShape piece = shape.piece();
        int alone = members == 1 ? 0 : members;
        long activations =
                bytes(config, shape, format.activations()) + alone * bytes(config, piece, format.activations());
        long attention = (members + alone) * KeyValueCache.attentionBytes(shape, config, format.activations());
        long scores = (long) shape.scored() * config.vocabularySize() * Float.BYTES;
        return new DecoderMemory(
                Math.round(bytesOfWeight(format) * model.productParameterCount()),
                shape.blocks() * blockBytes(config, format, shape.blockSize()),
                activations + attention + scores + RotaryTable.bytes(config.maxPositions(), config.headSize()));
    }

    private static long bytes(LlamaConfig config, DecoderShape shape, DType type) {
        return Activations.bytes(config, shape.rows(), shape.scored(), type);
    }

    /** Bytes of one block of the cache. */
    public static long blockBytes(LlamaConfig config, WeightFormat format, int blockSize) {
        return KeyValueCache.blockBytes(blockSize, config, format.activations());
    }

    private static double bytesOfWeight(WeightFormat format) {
        return switch (format) {
            case FLOAT32 -> 4;
            case BFLOAT16 -> 2; // or three quarters of it, if the weights are of alike size
            case INT8 -> 1;
            case INT4 -> 5.0 / 8; // with scales and least values
        };
    }

    DecoderMemory withWeights(long bytes) {
        return new DecoderMemory(bytes, keyValues, workspace);
    }
}
