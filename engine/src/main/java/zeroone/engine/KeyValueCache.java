package zeroone.engine;

import java.util.ArrayList;
import java.util.List;
import zeroone.model.CausalLm;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/**
 * Keys and values of running sequences, one slot a sequence: per layer two tensors [slots, Hkv, S, D] in the model's
 * precision. Running sequences always fill slots 0 .. n-1, so that a step reads one dense rectangle; a slot that becomes
 * free is filled by moving the last one into it.
 *
 * <p>Slots rather than blocks: attention over a dense rectangle is two batched products, and moving a finished
 * sequence's successor costs one copy of a sequence per sequence.
 */
final class KeyValueCache implements AutoCloseable {
    private final List<Tensor> keys = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();
    private final Tensor mask; // [slots, S]: 0 where a key exists, -inf where none does
    private final int slots;
    private final int capacity;
    private final int keyValueHeads;
    private final Device device;

    KeyValueCache(CausalLm model, int slots, int capacity) {
        LlamaConfig config = model.config();
        this.slots = slots;
        this.capacity = capacity;
        this.keyValueHeads = config.keyValueHeads();
        this.device = model.device();
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            for (int layer = 0; layer < config.layers(); layer++) {
                keys.add(Tensor.zeros(model.precision(), device, slots, keyValueHeads, capacity, config.headSize())
                        .retain());
                values.add(Tensor.zeros(model.precision(), device, slots, keyValueHeads, capacity, config.headSize())
                        .retain());
            }
            mask = Tensor.full(Double.NEGATIVE_INFINITY, model.precision(), device, slots, capacity)
                    .retain();
        }
    }

    /** Bytes that a cache of this size takes. */
    static long bytes(LlamaConfig config, DType precision, int slots, int capacity) {
        return 2L * config.layers() * slots * config.keyValueHeads() * capacity * config.headSize() * precision.bytes();
    }

    int slots() {
        return slots;
    }

    int capacity() {
        return capacity;
    }

    /**
     * Stores prompts computed once into the slots of the sequences that share them.
     *
     * @param k [P, T, Hkv, D]
     * @param promptOfSlot int64 [n]: which prompt each of the slots {@code firstSlot ..} starts with
     */
    void store(int layer, Tensor k, Tensor v, Tensor promptOfSlot, int firstSlot) {
        long length = k.size(1);
        long count = promptOfSlot.size(0);
        keys.get(layer)
                .narrow(0, firstSlot, count)
                .narrow(2, 0, length)
                .copyInPlace(k.transpose(1, 2).indexSelect(0, promptOfSlot));
        values.get(layer)
                .narrow(0, firstSlot, count)
                .narrow(2, 0, length)
                .copyInPlace(v.transpose(1, 2).indexSelect(0, promptOfSlot));
    }

    /** Opens the first {@code lengths[i]} positions of slot {@code firstSlot + i} to attention. */
    void open(int firstSlot, int[] lengths) {
        float[] rows = new float[lengths.length * capacity];
        for (int i = 0; i < lengths.length; i++) {
            java.util.Arrays.fill(rows, i * capacity + lengths[i], (i + 1) * capacity, Float.NEGATIVE_INFINITY);
        }
        mask.narrow(0, firstSlot, lengths.length).copyInPlace(Tensor.of(rows, device, lengths.length, capacity));
    }

    /** Opens one more position in each of the first slots. */
    void openNext(int[] positions) {
        long[] at = new long[positions.length];
        for (int slot = 0; slot < positions.length; slot++) {
            at[slot] = (long) slot * capacity + positions[slot];
        }
        mask.reshape(-1)
                .indexCopyInPlace(0, Tensor.of(at, device, at.length), Tensor.zeros(mask.dtype(), device, at.length));
    }

    /** The mask of the first slots and positions, [n * Hkv, 1, length]. */
    Tensor mask(int count, int length) {
        Tensor rows = mask.narrow(0, 0, count).narrow(1, 0, length);
        return keyValueHeads == 1
                ? rows.unsqueeze(1)
                : rows.unsqueeze(1)
                        .expand(count, keyValueHeads, length)
                        .reshape((long) count * keyValueHeads, 1, length);
    }

    /** Where the next key of each of the first slots goes, as rows of the flattened cache: int64 [n * Hkv]. */
    Tensor rows(int[] positions) {
        long[] rows = new long[positions.length * keyValueHeads];
        for (int slot = 0; slot < positions.length; slot++) {
            for (int head = 0; head < keyValueHeads; head++) {
                rows[slot * keyValueHeads + head] = ((long) slot * keyValueHeads + head) * capacity + positions[slot];
            }
        }
        return Tensor.of(rows, device, rows.length);
    }

    /** Adds one key and value a sequence; k and v are [n, 1, Hkv, D]. */
    void append(int layer, Tensor rows, Tensor k, Tensor v) {
        long headSize = k.size(3);
        flat(keys.get(layer)).indexCopyInPlace(0, rows, k.reshape(-1, headSize));
        flat(values.get(layer)).indexCopyInPlace(0, rows, v.reshape(-1, headSize));
    }

    private static Tensor flat(Tensor cache) {
        return cache.reshape(-1, cache.size(3));
    }

    /** Keys of the first slots and positions, [n * Hkv, length, D]; a view. */
    Tensor keys(int layer, int count, int length) {
        return view(keys.get(layer), count, length);
    }

    Tensor values(int layer, int count, int length) {
        return view(values.get(layer), count, length);
    }

    private Tensor view(Tensor cache, int count, int length) {
        return cache.narrow(0, 0, count)
                .narrow(2, 0, length)
                .reshape((long) count * keyValueHeads, length, cache.size(3));
    }

    /** Moves slots, all at once; sources and targets do not overlap. Only the first {@code length} positions count. */
    void move(int[] from, int[] to, int length) {
        try (TensorScope _ = new TensorScope()) {
            Tensor sources = Tensor.of(from, device, from.length).to(DType.INT64);
            Tensor targets = Tensor.of(to, device, to.length).to(DType.INT64);
            for (int layer = 0; layer < keys.size(); layer++) {
                move(keys.get(layer).narrow(2, 0, length), sources, targets);
                move(values.get(layer).narrow(2, 0, length), sources, targets);
            }
            move(mask, sources, targets);
        }
    }

    private static void move(Tensor rows, Tensor sources, Tensor targets) {
        rows.indexCopyInPlace(0, targets, rows.indexSelect(0, sources));
    }

    @Override
    public void close() {
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
        mask.close();
    }
}
