package zeroone.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zeroone.model.Attention;
import zeroone.model.CausalAttention;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/**
 * Runs the model itself, the one that learns, on any device. A block is a whole sequence, and lies in one row of the
 * cache: prompts are read as rectangles, and single tokens of all sequences at once over the first rows.
 */
final class TensorRunner implements ModelRunner {
    /** Tokens of a chunk up to which it is read one by one together with those that have one. */
    private static final int SHORT = 8;

    private final CausalLm model;
    private final KeyValueRows cache;
    private final RowMap map;
    private final int blocks;
    private final double attentionScale;
    private final Map<Integer, Integer> copies = new LinkedHashMap<>(); // source by target, in rows; to be done
    private final ScoreBuffer scores;

    private TensorRunner(CausalLm model, KeyValueRows cache, int blocks) {
        this.model = model;
        this.cache = cache;
        this.blocks = blocks;
        this.map = new RowMap(blocks);
        this.scores = new ScoreBuffer(model.config().vocabularySize());
        this.attentionScale = 1 / Math.sqrt(model.config().headSize());
    }

    static TensorRunner of(CausalLm model, EngineConfig config) {
        if (config.contextLength() > model.config().maxPositions()) {
            throw new IllegalArgumentException("the engine's context of " + config.contextLength()
                    + " tokens is longer than the model's " + model.config().maxPositions());
        }
        int blocks = blocks(model, config);
        return new TensorRunner(model, new KeyValueRows(model, Shapes.rows(blocks), config.contextLength()), blocks);
    }

    /** As many as the sequences that may run, or as the cache has bytes for. */
    private static int blocks(CausalLm model, EngineConfig config) {
        long most = config.cacheBytes().orElse(Long.MAX_VALUE);
        int blocks = config.maxSequences();
        while (blocks > 0 && cacheBytes(model, config, blocks) > most) {
            blocks--;
        }
        if (blocks == 0) {
            throw new IllegalArgumentException("a cache of " + MachineMemory.megabytes(most)
                    + " is too small: keys and values of one sequence of " + config.contextLength() + " tokens take "
                    + MachineMemory.megabytes(cacheBytes(model, config, 1))
                    + "; give the cache at least that, or shorten the context");
        }
        return blocks;
    }

    private static long cacheBytes(CausalLm model, EngineConfig config, int blocks) {
        return KeyValueRows.bytes(model.config(), model.precision(), Shapes.rows(blocks), config.contextLength());
    }

    /** The memory that it takes. */
    static MemoryPlan plan(CausalLm model, EngineConfig config) {
        int blocks = blocks(model, config);
        int vocabulary = model.config().vocabularySize();
        long rows = Shapes.rows(Scheduler.mostScored(config, vocabulary));
        long width = Math.max(model.config().intermediateSize(), model.config().hiddenSize());
        int bytes = model.precision().bytes();
        long weights = model.parameterCount() * (4 + (model.precision() == DType.FLOAT32 ? 0 : bytes));
        // Scores in the model's precision, in float32 and on the Java side; the widest activations, a few at a time.
        long workspace = rows * vocabulary * (bytes + 4 + 4)
                + 4L * config.stepTokens() * width * bytes
                + SamplingWorkspace.bytes(vocabulary);
        return new MemoryPlan(
                weights, cacheBytes(model, config, blocks), workspace, (long) blocks * config.contextLength());
    }

    @Override
    public int blockSize() {
        return cache.capacity();
    }

    @Override
    public int blocks() {
        return blocks;
    }

    /** Copies are done together at the beginning of the next run, unless one needs what another writes. */
    @Override
    public void copyBlock(int from, int to) {
        int source = map.row(from);
        int target = map.row(to);
        if (copies.containsKey(source) || copies.containsKey(target) || copies.containsValue(target)) {
            copyNow();
        }
        copies.put(target, source);
        map.fill(target, map.filled(source));
    }

    /** Attention reads a rectangle, and what is masked in it must be numbers: zero times anything else is none. */
    @Override
    public void wipe(int block) {
        copyNow();
        cache.wipe(map.row(block));
    }

    private void copyNow() {
        if (copies.isEmpty()) {
            return;
        }
        int[] from = copies.values().stream().mapToInt(Integer::intValue).toArray();
        int[] to = copies.keySet().stream().mapToInt(Integer::intValue).toArray();
        try (Gradients _ = Gradients.off()) {
            cache.copy(
                    from,
                    to,
                    Math.max(1, Arrays.stream(from).map(map::filled).max().orElseThrow()));
        }
        copies.clear();
    }

    /** A chunk and where its scores go. */
    private record Placed(Chunk chunk, int firstRow) {
        int length() {
            return chunk.tokens().length;
        }
    }

    @Override
    public Logits run(List<Chunk> chunks) {
        List<Placed> prompts = new ArrayList<>();
        List<Placed> parts = new ArrayList<>();
        List<Placed> writing = new ArrayList<>();
        int rows = 0;
        for (Chunk chunk : chunks) {
            Placed placed = new Placed(chunk, rows);
            (chunk.start() == 0 ? prompts : placed.length() > SHORT ? parts : writing).add(placed);
            rows += chunk.scored();
        }
        scores.begin(rows);
        copyNow();
        try (Gradients _ = Gradients.off()) {
            readNext(writing);
            rectangles(prompts).forEach(this::readPrompts);
            parts.forEach(this::readPart);
        }
        return scores.logits();
    }

    /** Prompts of similar length together, so that little is computed for padding. */
    private static List<List<Placed>> rectangles(List<Placed> prompts) {
        List<List<Placed>> rectangles = new ArrayList<>();
        int longest = 0;
        for (Placed prompt : prompts.stream()
                .sorted(Comparator.comparingInt(Placed::length).reversed())
                .toList()) {
            if (rectangles.isEmpty() || prompt.length() < longest / 2) {
                rectangles.add(new ArrayList<>());
                longest = prompt.length();
            }
            rectangles.getLast().add(prompt);
        }
        return rectangles;
    }

    private void readPrompts(List<Placed> prompts) {
        try (TensorScope _ = new TensorScope()) {
            int longest = Shapes.promptLength(prompts.getFirst().length(), cache.capacity());
            int count = Shapes.rows(prompts.size());
            long[] ids = new long[count * longest];
            long[] targets = new long[prompts.size()];
            for (int p = 0; p < targets.length; p++) {
                Chunk chunk = prompts.get(p).chunk();
                for (int t = 0; t < chunk.tokens().length; t++) {
                    ids[p * longest + t] = chunk.tokens()[t];
                }
                int row = map.row(chunk.blocks()[0]);
                targets[p] = row;
                map.fill(row, longest);
                cache.restart(row);
            }
            Tensor rows = Tensor.of(targets, model.device(), targets.length);
            CausalAttention causal = CausalAttention.on(model.device(), longest);
            Attention attention = (layer, q, k, v) -> {
                cache.store(layer, k, v, rows);
                return causal.attend(layer, q, k, v);
            };
            Tensor hidden = model.hidden(
                    Tensor.of(ids, model.device(), count, longest), positions(0, longest), attention); // [P, T, C]
            score(hidden, prompts, longest);
        }
    }

    /** Reads a long chunk of one sequence whose beginning is stored. */
    private void readPart(Placed part) {
        try (TensorScope _ = new TensorScope()) {
            Chunk chunk = part.chunk();
            int row = map.row(chunk.blocks()[0]);
            int width =
                    Math.min(Shapes.promptLength(part.length(), cache.capacity()), cache.capacity() - chunk.start());
            int length = Shapes.length(chunk.end(), cache.capacity());
            Tensor mask = Tensor.of(partMask(chunk.start(), width, length), model.device(), width, length)
                    .to(model.precision());
            Attention attention = (layer, q, k, v) -> {
                cache.store(layer, k, v, row, chunk.start(), part.length());
                return attendPart(layer, q, row, length, mask);
            };
            long[] ids = Arrays.copyOf(widen(chunk.tokens()), width);
            Tensor hidden =
                    model.hidden(Tensor.of(ids, model.device(), 1, width), positions(chunk.start(), width), attention);
            map.fill(row, Math.max(map.filled(row), chunk.end()));
            score(hidden, List.of(part), width);
        }
    }

    /** Row t sees the positions up to {@code start + t}. */
    private static float[] partMask(int start, int width, int length) {
        float[] mask = new float[width * length];
        for (int t = 0; t < width; t++) {
            int seen = Math.min(length, start + t + 1);
            Arrays.fill(mask, t * length + seen, (t + 1) * length, Float.NEGATIVE_INFINITY);
        }
        return mask;
    }

    private Tensor attendPart(int layer, Tensor q, int row, int length, Tensor mask) {
        long keyValueHeads = model.config().keyValueHeads();
        long width = q.size(1);
        long heads = q.size(2);
        long group = heads / keyValueHeads;
        Tensor queries = q.multiply(attentionScale)
                .transpose(1, 2)
                .reshape(keyValueHeads, group * width, q.size(3)); // [Hkv, G T, D]
        Tensor weights = queries.matmul(cache.keys(layer, row, 1, length).transpose(1, 2)) // [Hkv, G T, S]
                .reshape(heads, width, length)
                .add(mask)
                .softmax(-1)
                .reshape(keyValueHeads, group * width, length);
        return weights.matmul(cache.values(layer, row, 1, length)) // [Hkv, G T, D]
                .reshape(heads, width, q.size(3))
                .transpose(0, 1)
                .reshape(1, width, heads * q.size(3));
    }

    /** Scores after the last tokens of chunks that are the rows of a batch, [P, T, C]. */
    private void score(Tensor hidden, List<Placed> chunks, int width) {
        int count = chunks.stream().mapToInt(c -> c.chunk().scored()).sum();
        if (count == 0) {
            return;
        }
        long[] last = new long[Shapes.rows(count)];
        int next = 0;
        for (int p = 0; p < chunks.size(); p++) {
            int scored = chunks.get(p).chunk().scored();
            for (int i = 0; i < scored; i++) {
                last[next++] = (long) p * width + chunks.get(p).length() - scored + i;
            }
        }
        Tensor chosen = hidden.reshape(-1, hidden.size(2)).indexSelect(0, Tensor.of(last, model.device(), last.length));
        int first = scores.add(model.logits(chosen).narrow(0, 0, count));
        for (Placed chunk : chunks) {
            for (int i = 0; i < chunk.chunk().scored(); i++) {
                scores.place(chunk.firstRow() + i, first++);
            }
        }
    }

    /** Reads the next token of every chunk, then the next but one of those that have one, and so on. */
    private void readNext(List<Placed> writing) {
        if (writing.isEmpty()) {
            return;
        }
        gather(writing);
        int most = writing.stream().mapToInt(Placed::length).max().orElseThrow();
        for (int i = 0; i < most; i++) {
            int index = i;
            decode(writing.stream().filter(p -> p.length() > index).toList(), index);
        }
    }

    /** Moves rows where that makes the rectangle smaller. */
    private void gather(List<Placed> writing) {
        int[] owners = writing.stream().mapToInt(p -> p.chunk().blocks()[0]).toArray();
        int extent = Arrays.stream(owners).map(map::row).max().orElseThrow() + 1;
        if (Shapes.rows(extent) <= Shapes.rows(owners.length)) {
            return;
        }
        List<RowMap.Swap> swaps = map.gather(owners);
        int[] from = new int[2 * swaps.size()];
        int[] to = new int[2 * swaps.size()];
        int length = 1;
        for (int i = 0; i < swaps.size(); i++) {
            RowMap.Swap swap = swaps.get(i);
            from[2 * i] = to[2 * i + 1] = swap.one();
            to[2 * i] = from[2 * i + 1] = swap.other();
            length = Math.max(length, Math.max(map.filled(swap.one()), map.filled(swap.other())));
        }
        cache.copy(from, to, length);
    }

    private void decode(List<Placed> writing, int index) {
        try (TensorScope _ = new TensorScope()) {
            int extent = 0;
            int longest = 0;
            for (Placed one : writing) {
                extent = Math.max(extent, map.row(one.chunk().blocks()[0]) + 1);
                longest = Math.max(longest, one.chunk().start() + index + 1);
            }
            int count = Shapes.rows(extent);
            int[] positions = new int[count];
            long[] ids = new long[count];
            Arrays.fill(positions, -1);
            for (Placed one : writing) {
                int row = map.row(one.chunk().blocks()[0]);
                positions[row] = one.chunk().start() + index;
                ids[row] = one.chunk().tokens()[index];
                map.fill(row, Math.max(map.filled(row), positions[row] + 1));
            }
            Tensor logits = decode(ids, positions, Shapes.length(longest, cache.capacity()));
            place(logits, writing, index);
        }
    }

    /**
     * @param positions where the token of each row stands; -1 where there is none
     * @return [rows, V]
     */
    private Tensor decode(long[] ids, int[] positions, int length) {
        int count = ids.length;
        cache.openTo(positions);
        Tensor targets = cache.targets(positions);
        long[] at = new long[count];
        Arrays.setAll(at, row -> Math.max(0, positions[row]));
        Tensor mask = cache.mask(count, length);
        Attention attention = (layer, q, k, v) -> {
            cache.append(layer, targets, k, v);
            return attend(layer, q, count, length, mask);
        };
        Device device = model.device();
        Tensor hidden =
                model.hidden(Tensor.of(ids, device, count, 1), Tensor.of(at, device, count, 1), attention); // [B, 1, C]
        return model.logits(hidden.reshape(count, -1));
    }

    /** The query heads that share a key head are the rows of one product, so the cache is read once a step. */
    private Tensor attend(int layer, Tensor q, int count, int length, Tensor mask) {
        long keyValueHeads = model.config().keyValueHeads();
        long group = q.size(2) / keyValueHeads;
        Tensor grouped = q.multiply(attentionScale).reshape(count * keyValueHeads, group, q.size(3));
        Tensor products = grouped.matmul(cache.keys(layer, 0, count, length).transpose(1, 2)); // [B Hkv, G, S]
        Tensor weights = products.addInPlace(mask).softmax(-1);
        return weights.matmul(cache.values(layer, 0, count, length)).reshape(count, 1, -1); // [B, 1, H D]
    }

    private void place(Tensor logits, List<Placed> writing, int index) {
        int first = scores.add(logits);
        for (Placed one : writing) {
            int scored = index - (one.length() - one.chunk().scored());
            if (scored >= 0) {
                scores.place(
                        one.firstRow() + scored, first + map.row(one.chunk().blocks()[0]));
            }
        }
    }

    private Tensor positions(int start, int length) {
        long[] positions = new long[length];
        Arrays.setAll(positions, i -> start + i);
        return Tensor.of(positions, model.device(), 1, length);
    }

    private static long[] widen(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    @Override
    public void close() {
        cache.close();
    }
}
