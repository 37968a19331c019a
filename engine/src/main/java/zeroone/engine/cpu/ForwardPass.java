package zeroone.engine.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.Stream;
import zeroone.model.huggingface.LlamaConfig;

/**
 * Takes rows through all layers, with activations of its own. Every layer has seven or eight stages; within a stage members
 * of a crew share the columns of a product or the rows of everything else. One member alone is a crew, too.
 */
final class ForwardPass {
    private final LlamaConfig config;
    private final PackedWeights weights;
    private final CachedAttention attention;
    private final Activations activations;
    private final int members;

    /** What is done in a layer; members meet between two stages. */
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

    ForwardPass(
            LlamaConfig config,
            PackedWeights weights,
            CachedAttention attention,
            Activations activations,
            int members) {
        this.config = config;
        this.weights = weights;
        this.attention = attention;
        this.activations = activations;
        this.members = members;
    }

    /** The most rows at once. */
    int capacity() {
        return activations.residual().rows();
    }

    /** How many stages these rows go through. */
    int stages(StepRows rows) {
        return order(rows).length * weights.layers().size() + (rows.scored() > 0 ? 3 : 0);
    }

    private static Stage[] order(StepRows rows) {
        return rows.seeEachOther() ? READING : WRITING;
    }

    /**
     * Does a member's part of a stage.
     *
     * @param scores [scored rows of the step, V]; the last stage writes those of these rows
     */
    void run(int stage, int member, StepRows rows, float[] scores) {
        Stage[] order = order(rows);
        int layer = stage / order.length;
        if (layer < weights.layers().size()) {
            run(order[stage % order.length], weights.layers().get(layer), rows, member);
            return;
        }
        switch (stage - order.length * weights.layers().size()) {
            case 0 -> normLast(rows, member);
            case 1 -> weights.head().run(activations, rows.scored(), member, members);
            default -> publish(rows, member, scores);
        }
    }

    private void run(Stage stage, PackedWeights.Layer layer, StepRows rows, int member) {
        int count = rows.rows();
        switch (stage) {
            case NORM -> {
                if (layer.index == 0) {
                    embed(rows, member);
                }
                norm(rows, member, layer.attentionNorm);
            }
            case QUERY_KEY_VALUE -> layer.queryKeyValue.run(activations, count, member, members);
            case STORE -> attention.store(layer.index, rows, member);
            case ATTENTION -> attention.attend(layer.index, rows, member);
            case ATTENTION_OUTPUT -> layer.attentionOutput.run(activations, count, member, members);
            case MLP_NORM -> norm(rows, member, layer.mlpNorm);
            case GATE_UP -> {
                layer.gateUp.run(activations, count, member, members);
                swiGlu(count, member);
            }
            case DOWN -> layer.down.run(activations, count, member, members);
        }
    }

    private void embed(StepRows rows, int member) {
        Share own = Share.of(rows.rows(), member, members);
        long bytes = 4L * config.hiddenSize();
        Rows residual = activations.residual();
        for (int row = own.start(); row < own.end(); row++) {
            MemorySegment.copy(
                    weights.embedding(), bytes * rows.token(row), residual.memory(), residual.at(row, 0), bytes);
        }
    }

    private void norm(StepRows rows, int member, float[] weight) {
        Share own = Share.of(rows.rows(), member, members);
        for (int row = own.start(); row < own.end(); row++) {
            RowOperations.rmsNorm(
                    activations.residual(), row, weight, config.rmsNormEpsilon(), activations.normed(), row);
        }
    }

    private void normLast(StepRows rows, int member) {
        Share own = Share.of(rows.scored(), member, members);
        for (int i = own.start(); i < own.end(); i++) {
            RowOperations.rmsNorm(
                    activations.residual(),
                    rows.scoredRow(i),
                    weights.finalNorm(),
                    config.rmsNormEpsilon(),
                    activations.last(),
                    i);
        }
    }

    private void swiGlu(int count, int member) {
        for (int part = member; part < weights.gates().size(); part += members) {
            Share gate = weights.gates().get(part);
            int gates = 2 * gate.start();
            for (int row = 0; row < count; row++) {
                RowOperations.swiGlu(
                        activations.gateUp(),
                        row,
                        gates,
                        gates + gate.length(),
                        gate.length(),
                        activations.hidden(),
                        gate.start());
            }
        }
    }

    private void publish(StepRows rows, int member, float[] scores) {
        Share own = Share.of(rows.scored(), member, members);
        Rows logits = activations.logits();
        MemorySegment.copy(
                logits.memory(),
                ValueLayout.JAVA_FLOAT,
                logits.at(own.start(), 0),
                scores,
                (rows.firstScored() + own.start()) * logits.width(),
                own.length() * logits.width());
    }
}
