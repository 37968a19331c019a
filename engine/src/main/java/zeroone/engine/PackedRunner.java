package zeroone.engine;

import java.util.List;
import java.util.Locale;
import zeroone.engine.cpu.Crew;
import zeroone.engine.cpu.DecoderMemory;
import zeroone.engine.cpu.DecoderShape;
import zeroone.engine.cpu.PackedDecoder;
import zeroone.engine.cpu.Step;
import zeroone.model.CausalLm;
import zeroone.tensor.WeightFormat;

/**
 * Runs a copy of the model that is packed for this machine's processor: many times as fast as {@link TensorRunner} on few
 * sequences. The copy follows the weights of the model when they change, unless it rounds them to a few bits.
 */
final class PackedRunner implements ModelRunner {
    /** Positions a block: few enough that prompts which begin alike share most of them. */
    private static final int BLOCK_SIZE = 32;

    /** Things to do between two runs that one thread takes at a time. */
    private static final int TASKS_OF_PIECE = 4;

    private final CausalLm model;
    private final WeightFormat format;
    private final PackedDecoder decoder;
    private final Crew crew;
    private final int vocabulary;
    private final Step step = new Step();
    private long version;

    private PackedRunner(CausalLm model, WeightFormat format, PackedDecoder decoder, Crew crew) {
        this.model = model;
        this.format = format;
        this.decoder = decoder;
        this.crew = crew;
        this.vocabulary = model.config().vocabularySize();
        this.version = model.version();
    }

    static PackedRunner of(CausalLm model, WeightFormat format, int threads, EngineConfig config) {
        DecoderShape shape = shape(model, format, config);
        Crew crew = new Crew(threads);
        try {
            return new PackedRunner(model, format, new PackedDecoder(model, format, shape, crew), crew);
        } catch (RuntimeException | Error failure) {
            crew.close();
            throw failure;
        }
    }

    private static DecoderShape shape(CausalLm model, WeightFormat format, EngineConfig config) {
        if (config.contextLength() > model.config().maxPositions()) {
            throw new IllegalArgumentException("the engine's context of " + config.contextLength()
                    + " tokens is longer than the model's " + model.config().maxPositions());
        }
        int scored = Scheduler.mostScored(config, model.config().vocabularySize());
        return new DecoderShape(blocks(model, format, config), BLOCK_SIZE, config.stepTokens(), scored);
    }

    private static int blocks(CausalLm model, WeightFormat format, EngineConfig config) {
        int each = blocksOfSequence(config);
        if (config.cacheBytes().isEmpty()) {
            return Math.multiplyExact(config.maxSequences(), each);
        }
        long bytes = config.cacheBytes().getAsLong();
        long blocks = bytes / DecoderMemory.blockBytes(model.config(), format, BLOCK_SIZE);
        if (blocks < each) {
            throw new IllegalArgumentException("a cache of " + MachineMemory.megabytes(bytes)
                    + " is too small: keys and values of one sequence of " + config.contextLength() + " tokens take "
                    + MachineMemory.megabytes(sequenceBytes(model, format, config))
                    + "; give the cache at least that, or shorten the context");
        }
        return (int) Math.min(blocks, Integer.MAX_VALUE);
    }

    private static int blocksOfSequence(EngineConfig config) {
        return (config.contextLength() + BLOCK_SIZE - 1) / BLOCK_SIZE;
    }

    /** Bytes of the keys and values of one sequence of the whole context. */
    static long sequenceBytes(CausalLm model, WeightFormat format, EngineConfig config) {
        return blocksOfSequence(config) * DecoderMemory.blockBytes(model.config(), format, BLOCK_SIZE);
    }

    /** The memory that it will take. */
    static MemoryPlan plan(CausalLm model, WeightFormat format, int threads, EngineConfig config) {
        DecoderShape shape = shape(model, format, config);
        return plan(model, DecoderMemory.planned(model, format, shape, threads), threads, shape.positions());
    }

    private static MemoryPlan plan(CausalLm model, DecoderMemory decoder, int threads, long positions) {
        return new MemoryPlan(
                Float.BYTES * model.parameterCount(),
                decoder.weights(),
                decoder.keyValues(),
                decoder.workspace()
                        + threads * SamplingWorkspace.bytes(model.config().vocabularySize()),
                positions);
    }

    /** The memory that it takes. */
    MemoryPlan plan() {
        return plan(model, decoder.memory(), crew.size(), (long) decoder.blocks() * decoder.blockSize());
    }

    @Override
    public int blockSize() {
        return decoder.blockSize();
    }

    @Override
    public int blocks() {
        return decoder.blocks();
    }

    /** Nothing to do: what a sequence has not stored itself has no weight, and is a number wherever it is multiplied. */
    @Override
    public void wipe(int block) {}

    @Override
    public void copyBlock(int from, int to) {
        decoder.copyBlock(from, to);
    }

    @Override
    public boolean refresh() {
        long now = model.version();
        if (now == version) {
            return false;
        }
        if (!follows(format)) {
            throw new IllegalStateException("the weights of the model changed under an engine that keeps them in "
                    + format.name().toLowerCase(Locale.ROOT)
                    + ": text that a model learns from must be sampled with the"
                    + " weights that learn, and these are others; use float32 or bfloat16 where a model learns, or make"
                    + " the engine again when it has learned");
        }
        decoder.reload();
        version = now;
        return true;
    }

    /** Whether it keeps what a model that learns computes with, and no other weights. */
    private static boolean follows(WeightFormat format) {
        return switch (format) {
            case FLOAT32, BFLOAT16 -> true;
            case INT8, INT4 -> false;
        };
    }

    @Override
    public Logits run(List<Chunk> chunks) {
        step.clear();
        int rows = 0;
        for (Chunk chunk : chunks) {
            step.add(chunk.tokens(), chunk.start(), chunk.blocks(), chunk.scored());
            rows += chunk.scored();
        }
        return new Logits(decoder.run(step), rows, vocabulary);
    }

    @Override
    public int threads() {
        return crew.size();
    }

    @Override
    public void forEach(int count, Task task) {
        int pieces = (count + TASKS_OF_PIECE - 1) / TASKS_OF_PIECE;
        crew.share(pieces, (piece, member) -> {
            int end = Math.min(count, (piece + 1) * TASKS_OF_PIECE);
            for (int index = piece * TASKS_OF_PIECE; index < end; index++) {
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
