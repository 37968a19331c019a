package zeroone.engine;

import java.util.Arrays;
import zeroone.model.Attention;
import zeroone.model.CausalAttention;
import zeroone.model.CausalLm;
import zeroone.tensor.Tensor;

/** Runs the model over prompts and over the next token of running sequences, with the cache between them. */
final class ModelRunner {
    private final CausalLm model;
    private final KeyValueCache cache;
    private final double attentionScale;

    ModelRunner(CausalLm model, KeyValueCache cache) {
        this.model = model;
        this.cache = cache;
        this.attentionScale = 1 / Math.sqrt(model.config().headSize());
    }

    /**
     * Reads prompts, each once, into the slots that start with them.
     *
     * @param prompts token ids of the distinct prompts
     * @param promptOfSlot which prompt each of the slots {@code firstSlot ..} starts with
     * @return scores of the first generated token of each slot, float32 [n, V]
     */
    Tensor prefill(int[][] prompts, int[] promptOfSlot, int firstSlot) {
        int longest = Shapes.promptLength(
                Arrays.stream(prompts).mapToInt(p -> p.length).max().orElseThrow(), cache.capacity());
        int rows = Shapes.rows(prompts.length);
        long[] ids = new long[rows * longest];
        long[] last = new long[rows];
        for (int p = 0; p < prompts.length; p++) {
            for (int t = 0; t < prompts[p].length; t++) {
                ids[p * longest + t] = prompts[p][t];
            }
            last[p] = (long) p * longest + prompts[p].length - 1;
        }
        Tensor owners = Tensor.of(widen(promptOfSlot), model.device(), promptOfSlot.length);
        CausalAttention causal = CausalAttention.on(model.device(), longest);
        Attention attention = (layer, q, k, v) -> {
            cache.store(layer, k, v, owners, firstSlot);
            return causal.attend(layer, q, k, v);
        };
        Tensor hidden =
                model.hidden(Tensor.of(ids, model.device(), rows, longest), positions(longest), attention); // [P, T, C]
        cache.open(firstSlot, lengths(prompts, promptOfSlot));
        Tensor lastHidden = hidden.reshape(-1, hidden.size(2))
                .indexSelect(0, Tensor.of(last, model.device(), last.length)); // [P, C]
        return model.logits(lastHidden).indexSelect(0, owners);
    }

    /**
     * Reads one token a running sequence.
     *
     * @param tokens the token of slots 0 .. n-1
     * @param positions where each stands in its sequence
     * @return scores of the next token, float32 [n, V]
     */
    Tensor decode(int[] tokens, int[] positions) {
        int count = tokens.length;
        int rows = Shapes.rows(count);
        int length = Shapes.length(Arrays.stream(positions).max().orElseThrow() + 1, cache.capacity());
        int[] paddedPositions = Arrays.copyOf(positions, rows); // free slots read and write their first position
        cache.openNext(paddedPositions);
        Tensor targets = cache.rows(paddedPositions);
        Tensor at = Tensor.of(widen(paddedPositions), model.device(), rows, 1);
        Tensor mask = cache.mask(rows, length);
        Attention attention = (layer, q, k, v) -> {
            cache.append(layer, targets, k, v);
            return attend(layer, q, rows, length, mask);
        };
        Tensor ids = Tensor.of(widen(Arrays.copyOf(tokens, rows)), model.device(), rows, 1);
        Tensor hidden = model.hidden(ids, at, attention); // [B, 1, C]
        return model.logits(hidden.reshape(rows, -1)).narrow(0, 0, count);
    }

    /** The query heads that share a key head are the rows of one product, so the cache is read once a step. */
    private Tensor attend(int layer, Tensor q, int count, int length, Tensor mask) {
        long keyValueHeads = model.config().keyValueHeads();
        long group = q.size(2) / keyValueHeads;
        Tensor grouped = q.multiply(attentionScale).reshape(count * keyValueHeads, group, q.size(3));
        Tensor scores = grouped.matmul(cache.keys(layer, count, length).transpose(1, 2)); // [B Hkv, G, S]
        Tensor weights = scores.addInPlace(mask).softmax(-1);
        return weights.matmul(cache.values(layer, count, length)).reshape(count, 1, -1); // [B, 1, H D]
    }

    private Tensor positions(int length) {
        long[] positions = new long[length];
        Arrays.setAll(positions, i -> i);
        return Tensor.of(positions, model.device(), 1, length);
    }

    private static int[] lengths(int[][] prompts, int[] promptOfSlot) {
        return Arrays.stream(promptOfSlot).map(p -> prompts[p].length).toArray();
    }

    private static long[] widen(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }
}
