package zeroone.model;

import java.util.List;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;

/**
 * One block of a Llama decoder: attention, then a SwiGLU, each on the normalised residual stream. Query, key and value
 * projections are one matrix, and so are gate and up, because a small model is bound by the number of operations.
 */
record DecoderLayer(
        int index,
        Parameter attentionNorm, // [C]
        Parameter queryKeyValue, // [(H + 2 Hkv) D, C]
        Parameter attentionOutput, // [C, H D]
        Parameter mlpNorm, // [C]
        Parameter gateUp, // [2 F, C]
        Parameter down) { // [C, F]

    Tensor forward(
            Tensor x, Rope.Rotation rope, Attention attention, LlamaConfig config, DType precision) { // [B, T, C]
        long batch = x.size(0);
        long length = x.size(1);
        int headSize = config.headSize();
        int heads = config.heads();
        int keyValueHeads = config.keyValueHeads();
        long rotatedWidth = (long) (heads + keyValueHeads) * headSize;

        Tensor projected = x.rmsNorm(attentionNorm.as(precision), config.rmsNormEpsilon())
                .linear(queryKeyValue.as(precision)); // [B, T, (H + 2 Hkv) D]
        Tensor rotated = rope.rotate(
                projected.narrow(-1, 0, rotatedWidth).reshape(batch, length, heads + keyValueHeads, headSize));
        Tensor q = rotated.narrow(2, 0, heads); // [B, T, H, D]
        Tensor k = rotated.narrow(2, heads, keyValueHeads); // [B, T, Hkv, D]
        Tensor v = projected
                .narrow(-1, rotatedWidth, (long) keyValueHeads * headSize)
                .reshape(batch, length, keyValueHeads, headSize);
        Tensor afterAttention =
                x.add(attention.attend(index, q, k, v).linear(attentionOutput.as(precision))); // [B, T, C]

        int width = config.intermediateSize();
        Tensor gateAndUp = afterAttention
                .rmsNorm(mlpNorm.as(precision), config.rmsNormEpsilon())
                .linear(gateUp.as(precision)); // [B, T, 2 F]
        Tensor hidden = gateAndUp.narrow(-1, 0, width).silu().multiply(gateAndUp.narrow(-1, width, width));
        return afterAttention.add(hidden.linear(down.as(precision)));
    }

    DecoderLayer replica() {
        return new DecoderLayer(
                index,
                attentionNorm.replica(),
                queryKeyValue.replica(),
                attentionOutput.replica(),
                mlpNorm.replica(),
                gateUp.replica(),
                down.replica());
    }

    List<Parameter> parameters() {
        return List.of(attentionNorm, queryKeyValue, attentionOutput, mlpNorm, gateUp, down);
    }
}
