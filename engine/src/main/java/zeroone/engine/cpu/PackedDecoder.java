package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zeroone.model.CausalLm;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
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
    private final Map<String, Parameter> parameters;
    private final Crew crew;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment embedding; // float32 [V, C]
    private final KeyValueBlocks cache;
    private final RotaryTable rotary;
    private final float scale;

    private final Rows residual; // float32 [R, C]
    private final Rows normed; // [R, C]
    private final Rows queryKeyValue; // float32 [R, (H + 2 Hkv) D]
    private final Rows attended; // [R, H D]
    private final Rows gateUp; // float32 [R, 2 F]: of each member its gates, then its ups
    private final Rows hidden; // [R, F]
    private final Rows last; // [S, C]
    private final Rows logits; // float32 [S, V]

    private final List<Layer> layers = new ArrayList<>();
    private final List<Share> gates;
    private final Projection head;
    private float[] finalNorm = {};
    private final List<Member> members = new ArrayList<>();

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

    /** Scratch memory of one member. */
    private record Member(BlockAttention attention, float[] queries, float[] key) {}

    private static final class Layer {
        final int index;
        final Projection queryKeyValue;
        final Projection attentionOutput;
        final Projection gateUp;
        final Projection down;
        float[] attentionNorm = {};
        float[] mlpNorm = {};

        Layer(int index, Projection queryKeyValue, Projection attentionOutput, Projection gateUp, Projection down) {
            this.index = index;
            this.queryKeyValue = queryKeyValue;
            this.attentionOutput = attentionOutput;
            this.gateUp = gateUp;
            this.down = down;
        }

        List<Projection> projections() {
            return List.of(queryKeyValue, attentionOutput, gateUp, down);
        }
    }

    /**
     * @param model on the CPU
     * @param format of the packed weights; the cache is in the type of the activations that go with it
     * @param shape of the cache and of the largest step
     */
    public PackedDecoder(CausalLm model, WeightFormat format, DecoderShape shape, Crew crew) {
        this.config = model.config();
        this.crew = crew;
        DType type = format.activations();
        this.parameters = model.parameters().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
        this.embedding = parameter("model.embed_tokens.weight").value().detach().memory();
        int headSize = config.headSize();
        int rows = RowCounts.rounded(shape.rows());
        int scored = RowCounts.rounded(shape.scored());
        this.cache = new KeyValueBlocks(
                arena, shape.blocks(), shape.blockSize(), config.layers(), config.keyValueHeads(), headSize, type);
        this.rotary = new RotaryTable(config.maxPositions(), headSize, config.ropeTheta());
        this.scale = (float) (1 / Math.sqrt(headSize));
        this.residual = Rows.allocate(arena, rows, config.hiddenSize(), DType.FLOAT32);
        this.normed = Rows.allocate(arena, rows, config.hiddenSize(), type);
        int width = (config.heads() + 2 * config.keyValueHeads()) * headSize;
        this.queryKeyValue = Rows.allocate(arena, rows, width, DType.FLOAT32);
        this.attended = Rows.allocate(arena, rows, config.heads() * headSize, type);
        this.gateUp = Rows.allocate(arena, rows, 2 * config.intermediateSize(), DType.FLOAT32);
        this.hidden = Rows.allocate(arena, rows, config.intermediateSize(), type);
        this.last = Rows.allocate(arena, scored, config.hiddenSize(), type);
        this.logits = Rows.allocate(arena, scored, config.vocabularySize(), DType.FLOAT32);
        this.gates = Share.columns(config.intermediateSize(), crew.size(), KeyValueBlocks.GROUP);

        int longest = Math.min(config.maxPositions(), shape.blocks() * shape.blockSize());
        int group = config.heads() / config.keyValueHeads();
        for (int member = 0; member < crew.size(); member++) {
            members.add(
                    new Member(BlockAttention.over(cache, longest), new float[group * headSize], new float[headSize]));
        }
        for (int i = 0; i < config.layers(); i++) {
            String name = "model.layers." + i + ".";
            layers.add(new Layer(
                    i,
                    projection(name + "self_attn.qkv_proj.weight", normed, queryKeyValue, false, format),
                    projection(name + "self_attn.o_proj.weight", attended, residual, true, format),
                    gateUp(name + "mlp.gate_up_proj.weight", format),
                    projection(name + "mlp.down_proj.weight", hidden, residual, true, format)));
        }
        this.head = projection(
                config.tiedEmbeddings() ? "model.embed_tokens.weight" : "lm_head.weight", last, logits, false, format);
        loadNorms();
    }

    private Parameter parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private Projection projection(String name, Rows x, Rows y, boolean add, WeightFormat format) {
        Tensor weights = parameter(name).value().detach();
        Projection projection = new Projection(x, y, add);
        for (Share share : Share.columns(y.width(), crew.size(), KeyValueBlocks.GROUP)) {
            projection.add(() -> weights.narrow(0, share.start(), share.length()), share.start(), format);
        }
        return projection;
    }

    private Projection gateUp(String name, WeightFormat format) {
        Tensor weights = parameter(name).value().detach(); // [2 F, C]
        Projection projection = new Projection(normed, gateUp, false);
        for (Share share : gates) {
            Supplier<Tensor> part = () -> Tensor.concatenate(
                    0,
                    List.of(
                            weights.narrow(0, share.start(), share.length()),
                            weights.narrow(0, config.intermediateSize() + share.start(), share.length())));
            projection.add(part, 2 * share.start(), format);
        }
        return projection;
    }

    private void loadNorms() {
        for (Layer layer : layers) {
            String name = "model.layers." + layer.index + ".";
            layer.attentionNorm =
                    parameter(name + "input_layernorm.weight").value().toFloats();
            layer.mlpNorm =
                    parameter(name + "post_attention_layernorm.weight").value().toFloats();
        }
        finalNorm = parameter("model.norm.weight").value().toFloats();
    }

    /** Takes the weights of the model anew, after they were trained. */
    public void reload() {
        layers.forEach(layer -> layer.projections().forEach(Projection::reload));
        head.reload();
        loadNorms();
    }

    public int blockSize() {
        return cache.blockSize();
    }

    public int blocks() {
        return cache.blocks();
    }

    /** Bytes of packed weights. */
    public long weightBytes() {
        return head.bytes()
                + layers.stream()
                        .flatMap(layer -> layer.projections().stream())
                        .mapToLong(Projection::bytes)
                        .sum();
    }

    /** Bytes of one block of the cache. */
    public long blockBytes() {
        return cache.blockBytes();
    }

    /** Bytes of everything else: what a step computes. */
    public long workspaceBytes() {
        return Stream.of(residual, normed, queryKeyValue, attended, gateUp, hidden, last, logits)
                .mapToLong(rows -> rows.memory().byteSize())
                .sum();
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
        if (step.rows() > residual.rows() || step.scored() > last.rows()) {
            throw new IllegalArgumentException("a step of " + step.rows() + " rows, " + step.scored()
                    + " of them scored, is larger than planned: " + residual.rows() + ", " + last.rows());
        }
        Stage[] order = step.rowsSeeEachOther() ? READING : WRITING;
        int inLayers = order.length * layers.size();
        crew.run(inLayers + (step.scored() > 0 ? 2 : 0), (stage, member) -> {
            if (stage < inLayers) {
                run(order[stage % order.length], layers.get(stage / order.length), step, member);
            } else if (stage == inLayers) {
                normLast(step, member);
            } else {
                head.run(member, RowCounts.rounded(step.scored()));
            }
        });
        return logits.memory();
    }

    private void run(Stage stage, Layer layer, Step step, int member) {
        int rows = RowCounts.rounded(step.rows());
        switch (stage) {
            case NORM -> {
                if (layer.index == 0) {
                    embed(step, member);
                }
                norm(step, member, layer.attentionNorm);
            }
            case QUERY_KEY_VALUE -> layer.queryKeyValue.run(member, rows);
            case STORE -> storeAll(layer.index, step, member);
            case ATTENTION -> attention(layer.index, step, member);
            case ATTENTION_OUTPUT -> layer.attentionOutput.run(member, rows);
            case MLP_NORM -> norm(step, member, layer.mlpNorm);
            case GATE_UP -> {
                layer.gateUp.run(member, rows);
                swiGlu(step.rows(), member);
            }
            case DOWN -> layer.down.run(member, rows);
        }
    }

    private void embed(Step step, int member) {
        Share own = Share.of(step.rows(), member, crew.size());
        for (int row = own.start(); row < own.end(); row++) {
            embed(step.token(row), row);
        }
    }

    private void embed(int token, int row) {
        MemorySegment.copy(
                embedding,
                4L * token * config.hiddenSize(),
                residual.memory(),
                residual.at(row, 0),
                4L * config.hiddenSize());
    }

    private void norm(Step step, int member, float[] weight) {
        Share own = Share.of(step.rows(), member, crew.size());
        for (int row = own.start(); row < own.end(); row++) {
            RowOperations.rmsNorm(residual, row, weight, config.rmsNormEpsilon(), normed, row);
        }
    }

    private void normLast(Step step, int member) {
        Share scored = Share.of(step.scored(), member, crew.size());
        for (int i = scored.start(); i < scored.end(); i++) {
            RowOperations.rmsNorm(residual, step.scoredRow(i), finalNorm, config.rmsNormEpsilon(), last, i);
        }
    }

    private void swiGlu(int rows, int member) {
        if (member < gates.size()) {
            Share gate = gates.get(member);
            for (int row = 0; row < rows; row++) {
                RowOperations.swiGlu(
                        gateUp,
                        row,
                        2 * gate.start(),
                        2 * gate.start() + gate.length(),
                        gate.length(),
                        hidden,
                        gate.start());
            }
        }
    }

    /** Where rows see each other, in a prompt, all keys must be there before the first query looks. */
    private void storeAll(int layer, Step step, int member) {
        int heads = config.keyValueHeads();
        Share stored = Share.of(step.rows() * heads, member, crew.size());
        for (int item = stored.start(); item < stored.end(); item++) {
            store(layer, step, item / heads, item % heads, members.get(member));
        }
    }

    /** Work is cut by row and key head, in shares of about equal numbers of positions to read. */
    private void attention(int layer, Step step, int member) {
        int heads = config.keyValueHeads();
        Share own = step.attentionShare(member, crew.size(), heads);
        for (int item = own.start(); item < own.end(); item++) {
            int row = item / heads;
            int head = item % heads;
            if (!step.rowsSeeEachOther()) {
                store(layer, step, row, head, members.get(member));
            }
            attend(layer, step, row, head, members.get(member));
        }
    }

    private void store(int layer, Step step, int row, int head, Member own) {
        int headSize = config.headSize();
        int position = step.position(row);
        int keys = config.heads() * headSize;
        long key = queryKeyValue.at(row, keys + head * headSize);
        long value = queryKeyValue.at(row, keys + (config.keyValueHeads() + head) * headSize);
        rotary.rotate(queryKeyValue.memory(), key, position, 1, own.key, 0);
        int block = step.blocks(row)[position / cache.blockSize()];
        cache.store(block, position % cache.blockSize(), layer, head, own.key, 0, queryKeyValue.memory(), value);
    }

    private void attend(int layer, Step step, int row, int head, Member own) {
        int headSize = config.headSize();
        int group = config.heads() / config.keyValueHeads();
        int position = step.position(row);
        for (int q = 0; q < group; q++) {
            long query = queryKeyValue.at(row, (head * group + q) * headSize);
            rotary.rotate(queryKeyValue.memory(), query, position, scale, own.queries, q * headSize);
        }
        own.attention.attend(
                layer,
                head,
                own.queries,
                group,
                step.blocks(row),
                position + 1,
                attended,
                row,
                head * group * headSize);
    }

    @Override
    public void close() {
        layers.forEach(layer -> layer.projections().forEach(Projection::close));
        head.close();
        arena.close();
    }
}
