package zeroone.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zeroone.model.CausalLm;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/**
 * Keys and values, one row a sequence: per layer two tensors [rows + 1, Hkv, S, D] in the model's precision. The last row
 * takes what is computed for nobody. Rows rather than small blocks: attention over the first rows and positions, a dense
 * rectangle, is two batched products, and libtorch has no faster way on a CPU.
 */
final class KeyValueRows implements AutoCloseable {
    private final List<Tensor> keys = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();
    private final Tensor mask; // [rows, S]: 0 where a key may be seen, -inf where not
    private final int[] open; // positions that the mask of each row opens
    private final int rows;
    private final int capacity;
    private final int keyValueHeads;
    private final Device device;

    KeyValueRows(CausalLm model, int rows, int capacity) {
        LlamaConfig config = model.config();
        this.rows = rows;
        this.capacity = capacity;
        this.keyValueHeads = config.keyValueHeads();
        this.device = model.device();
        this.open = new int[rows];
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            for (int layer = 0; layer < config.layers(); layer++) {
                keys.add(zeros(model).retain());
                values.add(zeros(model).retain());
            }
            mask = Tensor.full(Double.NEGATIVE_INFINITY, model.precision(), device, rows, capacity)
                    .retain();
            open(new int[rows], 0); // so that rows without a sequence compute numbers
        }
    }

    private Tensor zeros(CausalLm model) {
        return Tensor.zeros(
                model.precision(),
                device,
                rows + 1,
                keyValueHeads,
                capacity,
                model.config().headSize());
    }

    /** Bytes that so many rows take. */
    static long bytes(LlamaConfig config, DType precision, int rows, int capacity) {
        return 2L
                * config.layers()
                * (rows + 1)
                * config.keyValueHeads()
                * capacity
                * config.headSize()
                * precision.bytes();
    }

    int rows() {
        return rows;
    }

    int capacity() {
        return capacity;
    }

    /**
     * Stores prompts from their first position on.
     *
     * @param k [P, T, Hkv, D]
     * @param targets int64 [n]: the rows of the first n prompts
     */
    void store(int layer, Tensor k, Tensor v, Tensor targets) {
        store(keys.get(layer), k, targets);
        store(values.get(layer), v, targets);
    }

    private static void store(Tensor cache, Tensor prompts, Tensor targets) {
        cache.narrow(2, 0, prompts.size(1))
                .indexCopyInPlace(
                        0, targets, prompts.narrow(0, 0, targets.size(0)).transpose(1, 2));
    }

    /** Stores a part of one sequence; k and v are [1, T, Hkv, D], of which the first {@code length} positions count. */
    void store(int layer, Tensor k, Tensor v, int row, int start, int length) {
        keys.get(layer)
                .narrow(0, row, 1)
                .narrow(2, start, length)
                .copyInPlace(k.narrow(1, 0, length).transpose(1, 2));
        values.get(layer)
                .narrow(0, row, 1)
                .narrow(2, start, length)
                .copyInPlace(v.narrow(1, 0, length).transpose(1, 2));
    }

    /**
     * Where the next key of each of the first rows goes, as rows of the flattened cache: int64 [n * Hkv].
     *
     * @param positions of each of the first rows; -1 for a row that is computed for nobody
     */
    Tensor targets(int[] positions) {
        long[] targets = new long[positions.length * keyValueHeads];
        for (int row = 0; row < positions.length; row++) {
            long owner = positions[row] < 0 ? rows : row;
            for (int head = 0; head < keyValueHeads; head++) {
                targets[row * keyValueHeads + head] =
                        (owner * keyValueHeads + head) * capacity + Math.max(0, positions[row]);
            }
        }
        return Tensor.of(targets, device, targets.length);
    }

    /** Adds one key and value a row; k and v are [n, 1, Hkv, D]. */
    void append(int layer, Tensor targets, Tensor k, Tensor v) {
        long headSize = k.size(3);
        flat(keys.get(layer)).indexCopyInPlace(0, targets, k.reshape(-1, headSize));
        flat(values.get(layer)).indexCopyInPlace(0, targets, v.reshape(-1, headSize));
    }

    private static Tensor flat(Tensor cache) {
        return cache.reshape(-1, cache.size(3));
    }

    /** Lets each of the first rows see its positions up to and with the given one; -1 leaves a row as it is. */
    void openTo(int[] positions) {
        int[] changed = new int[positions.length];
        int count = 0;
        long[] next = new long[positions.length];
        int nextCount = 0;
        for (int row = 0; row < positions.length; row++) {
            if (positions[row] < 0) {
                continue;
            }
            if (open[row] == positions[row]) {
                next[nextCount++] = (long) row * capacity + positions[row];
            } else {
                changed[count++] = row;
            }
            open[row] = positions[row] + 1;
        }
        if (nextCount > 0) {
            mask.reshape(-1)
                    .indexCopyInPlace(
                            0,
                            Tensor.of(Arrays.copyOf(next, nextCount), device, nextCount),
                            Tensor.zeros(mask.dtype(), device, nextCount));
        }
        if (count > 0) {
            rewrite(Arrays.copyOf(changed, count));
        }
    }

    private void open(int[] ofRows, int position) {
        Arrays.setAll(ofRows, i -> i);
        Arrays.fill(open, position + 1);
        rewrite(ofRows);
    }

    private void rewrite(int[] changed) {
        float[] values = new float[changed.length * capacity];
        for (int i = 0; i < changed.length; i++) {
            Arrays.fill(values, i * capacity + open[changed[i]], (i + 1) * capacity, Float.NEGATIVE_INFINITY);
        }
        mask.indexCopyInPlace(
                0,
                index(changed),
                Tensor.of(values, device, changed.length, capacity).to(mask.dtype()));
    }

    /** The mask of the first rows and positions, [n * Hkv, 1, length]. */
    Tensor mask(int count, int length) {
        Tensor first = mask.narrow(0, 0, count).narrow(1, 0, length);
        return keyValueHeads == 1
                ? first.unsqueeze(1)
                : first.unsqueeze(1)
                        .expand(count, keyValueHeads, length)
                        .reshape((long) count * keyValueHeads, 1, length);
    }

    /** Keys of some rows and the first positions, [n * Hkv, length, D]; a view. */
    Tensor keys(int layer, int first, int count, int length) {
        return view(keys.get(layer), first, count, length);
    }

    Tensor values(int layer, int first, int count, int length) {
        return view(values.get(layer), first, count, length);
    }

    private Tensor view(Tensor cache, int first, int count, int length) {
        return cache.narrow(0, first, count)
                .narrow(2, 0, length)
                .reshape((long) count * keyValueHeads, length, cache.size(3));
    }

    /** Copies the first positions of rows, all at once: a target may be a source of another. */
    void copy(int[] from, int[] to, int length) {
        try (TensorScope _ = new TensorScope()) {
            Tensor sources = index(from);
            Tensor targets = index(to);
            for (int layer = 0; layer < keys.size(); layer++) {
                copy(keys.get(layer).narrow(2, 0, length), sources, targets);
                copy(values.get(layer).narrow(2, 0, length), sources, targets);
            }
        }
        for (int row : to) {
            open[row] = -1; // not known: written anew when it is needed
        }
    }

    private static void copy(Tensor cache, Tensor sources, Tensor targets) {
        cache.indexCopyInPlace(0, targets, cache.indexSelect(0, sources));
    }

    private Tensor index(int[] of) {
        return Tensor.of(Arrays.stream(of).asLongStream().toArray(), device, of.length);
    }

    /** Makes a row hold zeros. */
    void wipe(int row) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            keys.forEach(cache -> cache.narrow(0, row, 1).fillInPlace(0));
            values.forEach(cache -> cache.narrow(0, row, 1).fillInPlace(0));
        }
    }

    /** Forgets which positions of a row may be seen, as another sequence begins in it. */
    void restart(int row) {
        open[row] = -1;
    }

    @Override
    public void close() {
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
        mask.close();
    }
}
