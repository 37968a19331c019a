package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.stream.Stream;
import zeroone.model.CausalLm;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.WeightFormat;

/**
 * A Llama decoder for generation on a CPU. It computes what {@link CausalLm} computes, from a packed copy of its weights:
 * packed products, no padding, a paged cache, a residual stream that stays in float32, and no call into a library but the
 * products. A small model is bound by its products here, not by calls.
 *
 * <p>Every row goes through a layer in seven or eight stages; within a stage members of the crew share the columns of a
 * product or the rows of everything else.
 */
public final class PackedDecoder implements AutoCloseable {
    private final LlamaConfig config;
    private final Crew crew;
    private final Arena arena = Arena.ofShared();
    private final Activations rows;
    private final PackedWeights weights;
    private final KeyValueBlocks cache;
    private final CachedAttention attention;
    private final MemorySegment embedding; // float32 [V, C]

    /** What is done in a layer; the members of the crew meet between two stages. */
    private enum Stage {
        NORM,
        QUERY_KEY_VALUE,
        STORE,
        ATTENTION,
        ATTENTION_OUTPUT,
        MLP_NORM,
        GATE_UP,
        DOWN
    }

    private static final Stage[] READING = Stage.values();
    /** Rows of different sequences: each stores its key itself, just before it looks. */
    private static final Stage[] WRITING =
            Stream.of(READING).filter(stage -> stage != Stage.STORE).toArray(Stage[]::new);

    /**
     * @param model on the CPU
     * @param format of the packed weights; the cache is in the type of the activations that go with it
     * @param shape of the cache and of the largest step
     */
    public PackedDecoder(CausalLm model, WeightFormat format, DecoderShape shape, Crew crew) {
        this.config = model.config();
        this.crew = crew;
        DType type = format.activations();
        this.rows = Activations.allocate(arena, config, shape, type);
        this.weights = new PackedWeights(model, format, crew.size(), rows);
        this.embedding = weights.embedding();
        this.cache = new KeyValueBlocks(
                arena,
                shape.blocks(),
                shape.blockSize(),
                config.layers(),
                config.keyValueHeads(),
                config.headSize(),
                type);
        this.attention = new CachedAttention(config, cache, rows, crew.size());
    }

    /** Takes the weights of the model anew, after they were trained. */
    public void reload() {
        weights.reload();
    }

    public int blockSize() {
        return cache.blockSize();
    }

    public int blocks() {
        return cache.blocks();
    }

    /** Bytes of packed weights. */
    public long weightBytes() {
        return weights.bytes();
    }

    /** Bytes of one block of the cache. */
    public long blockBytes() {
        return cache.blockBytes();
    }

    /** Bytes of everything else: what a step computes. */
    public long workspaceBytes() {
        return rows.bytes();
    }

    /** Copies all keys and values of a block to another. */
    public void copyBlock(int from, int to) {
        cache.copy(from, to);
    }

    /**
     * Reads tokens and scores what may follow some of them.
     *
     * @return float32 [scored rows, V] in native memory, valid until the next call
     */
    public MemorySegment run(Step step) {
        rows.require(step);
        Stage[] order = step.rowsSeeEachOther() ? READING : WRITING;
        int inLayers = order.length * weights.layers().size();
        crew.run(inLayers + (step.scored() > 0 ? 2 : 0), (stage, member) -> {
            if (stage < inLayers) {
                run(order[stage % order.length], weights.layers().get(stage / order.length), step, member);
            } else if (stage == inLayers) {
                normLast(step, member);
            } else {
                weights.head().run(member, RowCounts.rounded(step.scored()));
            }
        });
        return rows.logits().memory();
    }

    private void run(Stage stage, PackedWeights.Layer layer, Step step, int member) {
        int count = RowCounts.rounded(step.rows());
        switch (stage) {
            case NORM -> {
                if (layer.index == 0) {
                    embed(step, member);
                }
                norm(step, member, layer.attentionNorm);
            }
            case QUERY_KEY_VALUE -> layer.queryKeyValue.run(member, count);
            case STORE -> attention.store(layer.index, step, member);
            case ATTENTION -> attention.attend(layer.index, step, member);
            case ATTENTION_OUTPUT -> layer.attentionOutput.run(member, count);
            case MLP_NORM -> norm(step, member, layer.mlpNorm);
            case GATE_UP -> {
                layer.gateUp.run(member, count);
                swiGlu(step.rows(), member);
            }
            case DOWN -> layer.down.run(member, count);
        }
    }

    private void embed(Step step, int member) {
        Share own = Share.of(step.rows(), member, crew.size());
        long bytes = 4L * config.hiddenSize();
        for (int row = own.start(); row < own.end(); row++) {
            Rows residual = rows.residual();
            MemorySegment.copy(embedding, bytes * step.token(row), residual.memory(), residual.at(row, 0), bytes);
        }
    }

    private void norm(Step step, int member, float[] weight) {
        Share own = Share.of(step.rows(), member, crew.size());
        for (int row = own.start(); row < own.end(); row++) {
            RowOperations.rmsNorm(rows.residual(), row, weight, config.rmsNormEpsilon(), rows.normed(), row);
        }
    }

    private void normLast(Step step, int member) {
        Share scored = Share.of(step.scored(), member, crew.size());
        for (int i = scored.start(); i < scored.end(); i++) {
            RowOperations.rmsNorm(
                    rows.residual(), step.scoredRow(i), weights.finalNorm(), config.rmsNormEpsilon(), rows.last(), i);
        }
    }

    private void swiGlu(int count, int member) {
        if (member < weights.gates().size()) {
            Share gate = weights.gates().get(member);
            int gates = 2 * gate.start();
            for (int row = 0; row < count; row++) {
                RowOperations.swiGlu(
                        rows.gateUp(), row, gates, gates + gate.length(), gate.length(), rows.hidden(), gate.start());
            }
        }
    }

    @Override
    public void close() {
        weights.close();
        arena.close();
    }
}
