package zeroone.training;

import java.util.List;
import zeroone.model.CausalAttention;
import zeroone.model.CausalLm;
import zeroone.tensor.Device;
import zeroone.tensor.Tensor;

/**
 * Log-probabilities of the learned tokens of some sequences, by the one forward pass. Only positions that predict a
 * learned token reach the vocabulary: prompts and padding never become logits.
 */
public final class TokenScores {
    // oneDNN compiles a kernel for every shape it meets, which takes longer than running it and stays in memory. So
    // widths and counts are rounded up to multiples, and batches to powers of two, which MicroBatches fills.
    private static final int WIDTH_MULTIPLE = 32;
    private static final int COUNT_MULTIPLE = 512;

    private TokenScores() {}

    /**
     * @param temperature the logits are divided by it, as they were when the tokens were sampled
     * @return float32 [N], sequence by sequence, N the number of learned tokens
     */
    public static Tensor logProbs(CausalLm model, List<TokenSequence> sequences, double temperature) {
        int batch = powerOfTwo(sequences.size());
        int longest = sequences.stream().mapToInt(TokenSequence::length).max().orElseThrow();
        int width = Math.max(
                longest,
                Math.min(roundUp(longest, WIDTH_MULTIPLE), model.config().maxPositions()));
        int count = sequences.stream().mapToInt(TokenSequence::learnedCount).sum();
        int paddedCount = roundUp(count, COUNT_MULTIPLE);
        long[] ids = new long[batch * width];
        long[] rows = new long[paddedCount];
        long[] targets = new long[paddedCount];
        int next = 0;
        for (int b = 0; b < sequences.size(); b++) {
            TokenSequence sequence = sequences.get(b);
            for (int t = 0; t < sequence.length(); t++) {
                ids[b * width + t] = sequence.tokens()[t];
                if (sequence.learned()[t]) {
                    rows[next] = (long) b * width + t - 1;
                    targets[next++] = sequence.tokens()[t];
                }
            }
        }
        long[] positions = new long[width];
        java.util.Arrays.setAll(positions, t -> t);
        Device device = model.device();
        Tensor hidden = model.hidden(
                Tensor.of(ids, device, batch, width),
                Tensor.of(positions, device, 1, width),
                CausalAttention.on(device, width));
        Tensor predicting =
                hidden.reshape((long) batch * width, -1).indexSelect(0, Tensor.of(rows, device, paddedCount));
        Tensor logits = model.logits(predicting); // [N, V]
        Tensor scaled = temperature == 1 ? logits : logits.multiply(1 / temperature);
        return scaled.logSoftmax(-1)
                .gather(1, Tensor.of(targets, device, paddedCount, 1))
                .reshape(paddedCount)
                .narrow(0, 0, count);
    }

    private static int powerOfTwo(int value) {
        return value == 1 ? 1 : 2 * Integer.highestOneBit(value - 1);
    }

    private static int roundUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
