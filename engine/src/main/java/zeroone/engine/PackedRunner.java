package zeroone.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import zeroone.engine.cpu.Crew;
import zeroone.engine.cpu.DecoderShape;
import zeroone.engine.cpu.PackedDecoder;
import zeroone.engine.cpu.Step;
import zeroone.model.CausalLm;
import zeroone.tensor.WeightFormat;

/**
 * Runs a copy of the model that is packed for this machine's processor: many times as fast as {@link TensorRunner} on few
 * sequences. The copy follows the weights of the model when they change.
 */
final class PackedRunner implements ModelRunner {
    /** Positions a block: few enough that prompts which begin alike share most of them. */
    private static final int BLOCK_SIZE = 32;

    private final CausalLm model;
    private final PackedDecoder decoder;
    private final Crew crew;
    private final int vocabulary;
    private final Step step = new Step();
    private float[] scores = {};
    private long version;

    private PackedRunner(CausalLm model, PackedDecoder decoder, Crew crew) {
        this.model = model;
        this.decoder = decoder;
        this.crew = crew;
        this.vocabulary = model.config().vocabularySize();
        this.version = model.version();
    }

    static PackedRunner of(CausalLm model, WeightFormat format, int threads, EngineConfig config) {
        if (config.contextLength() > model.config().maxPositions()) {
            throw new IllegalArgumentException("the engine's context of " + config.contextLength()
                    + " tokens is longer than the model's " + model.config().maxPositions());
        }
        int blocksEach = (config.contextLength() + BLOCK_SIZE - 1) / BLOCK_SIZE;
        int blocks = Math.multiplyExact(config.maxSequences(), blocksEach);
        DecoderShape shape = new DecoderShape(blocks, BLOCK_SIZE, config.stepTokens(), config.stepTokens());
        Crew crew = new Crew(threads);
        try {
            return new PackedRunner(model, new PackedDecoder(model, format, shape, crew), crew);
        } catch (RuntimeException | Error failure) {
            crew.close();
            throw failure;
        }
    }

    /** The memory that it takes. */
    MemoryPlan plan() {
        return new MemoryPlan(
                decoder.weightBytes(),
                decoder.blocks() * decoder.blockBytes(),
                decoder.workspaceBytes(),
                (long) decoder.blocks() * decoder.blockSize());
    }

    @Override
    public int blockSize() {
        return decoder.blockSize();
    }

    @Override
    public int blocks() {
        return decoder.blocks();
    }

    /** Nothing to do: only positions that a sequence has stored are read. */
    @Override
    public void wipe(int block) {}

    @Override
    public void copyBlock(int from, int to) {
        decoder.copyBlock(from, to);
    }

    @Override
    public Logits run(List<Chunk> chunks) {
        if (model.version() != version) {
            version = model.version();
            decoder.reload();
        }
        step.clear();
        int rows = 0;
        for (Chunk chunk : chunks) {
            step.add(chunk.tokens(), chunk.start(), chunk.blocks(), chunk.scored());
            rows += chunk.scored();
        }
        MemorySegment logits = decoder.run(step);
        int size = Math.multiplyExact(rows, vocabulary);
        if (scores.length < size) {
            scores = new float[size];
        }
        MemorySegment.copy(logits, ValueLayout.JAVA_FLOAT, 0, scores, 0, size);
        return new Logits(scores, rows, vocabulary);
    }

    @Override
    public int threads() {
        return crew.size();
    }

    @Override
    public void forEach(int count, Task task) {
        if (count < 2 * crew.size()) {
            ModelRunner.super.forEach(count, task);
            return;
        }
        crew.run(1, (_, member) -> {
            for (int index = member; index < count; index += crew.size()) {
                task.run(index, member);
            }
        });
    }

    @Override
    public void close() {
        crew.close();
        decoder.close();
    }
}
