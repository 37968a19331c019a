package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import zeroone.model.CausalLm;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.WeightFormat;

/**
 * A Llama decoder for generation on a CPU. It computes what {@link CausalLm} computes, from a packed copy of its weights:
 * packed products, no padding, a paged cache, a residual stream that stays in float32, and no call into a library but the
 * products. A small model is bound by its products here, not by calls.
 *
 * <p>Many rows are cut into pieces that members of the crew take through all layers, each for itself; few rows go through
 * together, as then each weight is read once for all. Which of both it was cannot be seen from the scores.
 */
public final class PackedDecoder implements AutoCloseable {
    private final LlamaConfig config;
    private final Crew crew;
    private final Arena arena = Arena.ofShared();
    private final PackedWeights weights;
    private final KeyValueCache cache;
    private final DecoderShape shape;
    private final DecoderMemory memory;
    private final ForwardPass together;
    private final List<ForwardPass> alone = new ArrayList<>(); // of each member; none if there is one member
    private float[] scores = {};

    /**
     * @param model on the CPU
     * @param format of the packed weights; the cache is in the type of the activations that go with it
     * @param shape of the cache and of the largest step
     */
    public PackedDecoder(CausalLm model, WeightFormat format, DecoderShape shape, Crew crew) {
        this.config = model.config();
        this.crew = crew;
        this.shape = shape;
        DType type = format.activations();
        int passes = crew.size() == 1 ? 1 : 1 + crew.size();
        this.weights = new PackedWeights(model, format, crew.size(), passes);
        try {
            this.memory = DecoderMemory.planned(model, format, shape, crew.size());
            this.cache = KeyValueCache.of(arena, shape, config, type);
            RotaryTable rotary = new RotaryTable(config.maxPositions(), config.headSize(), config.ropeTheta());
            this.together = pass(0, rotary, shape, type, crew.size());
            for (int pass = 1; pass < passes; pass++) {
                alone.add(pass(pass, rotary, shape.piece(), type, 1));
            }
        } catch (RuntimeException | Error failure) { // too little memory, most likely: none may stay taken
            weights.close();
            arena.close();
            throw failure;
        }
    }

    private ForwardPass pass(int number, RotaryTable rotary, DecoderShape most, DType type, int members) {
        Activations own = Activations.allocate(number, arena, config, most.rows(), most.scored(), type);
        CachedAttention attention = new CachedAttention(arena, config, cache, rotary, own, members);
        return new ForwardPass(config, weights, attention, own, members);
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

    /** The memory that it takes. */
    public DecoderMemory memory() {
        return memory.withWeights(weights.bytes()); // which may change as they are loaded anew
    }

    /** Copies all keys and values of a block to another. */
    public void copyBlock(int from, int to) {
        cache.copy(from, to);
    }

    /**
     * Reads tokens and scores what may follow some of them.
     *
     * @return [scored rows, V] and perhaps more, valid until the next call; whoever reads them may change them
     * @throws IllegalArgumentException if the step has more rows than was planned for
     */
    public float[] run(Step step) {
        if (step.rows() > shape.rows() || step.scored() > shape.scored()) {
            throw new IllegalArgumentException("a step of " + step.rows() + " rows, " + step.scored()
                    + " of them scored, is larger than planned: " + shape.rows() + ", " + shape.scored());
        }
        int size = Math.multiplyExact(step.scored(), config.vocabularySize());
        if (scores.length < size) {
            scores = new float[size];
        }
        List<StepRows> pieces = PieceSize.pieces(step, crew.size(), weights.bytes());
        if (pieces.isEmpty()) {
            StepRows all = step.whole();
            crew.run(together.stages(all), (stage, member) -> together.run(stage, member, all, scores));
        } else {
            crew.share(pieces.size(), (piece, member) -> runAlone(alone.get(member), pieces.get(piece)));
        }
        return scores;
    }

    private void runAlone(ForwardPass pass, StepRows rows) {
        int stages = pass.stages(rows);
        for (int stage = 0; stage < stages; stage++) {
            pass.run(stage, 0, rows, scores);
        }
    }

    @Override
    public void close() {
        weights.close();
        arena.close();
    }
}
