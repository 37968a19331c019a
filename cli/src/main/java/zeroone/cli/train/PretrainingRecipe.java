package zeroone.cli.train;

import java.util.Optional;
import zeroone.training.pretrain.PretrainingConfig;

/**
 * A run that makes a base model from worked solutions.
 *
 * @param kind "pretraining"
 * @param name of the run
 * @param model shape of the decoder
 * @param precision what products are computed in
 * @param device "cpu" or "cuda"
 * @param threads micro-batches that are worked on at the same time; 0 for one a core
 * @param text what the documents are made of; sums if it is not said
 * @param pretraining documents, steps and rates
 */
public record PretrainingRecipe(
        String kind,
        String name,
        DecoderShape model,
        Precision precision,
        String device,
        int threads,
        Optional<TextKind> text,
        PretrainingConfig pretraining) {
    /** The kind of recipe this is. */
    public static final String KIND = "pretraining";

    public PretrainingRecipe {
        if (!kind.equals(KIND)) {
            throw new IllegalArgumentException("kind must be \"" + KIND + "\": " + kind);
        }
        if (threads < 0) {
            throw new IllegalArgumentException("threads must not be negative (0 takes one a core): " + threads);
        }
    }

    /** Size of a Llama decoder with tied embeddings; the vocabulary follows from the documents. */
    public record DecoderShape(
            int layers,
            int hiddenSize,
            int intermediateSize,
            int heads,
            int keyValueHeads,
            int headSize,
            int contextLength,
            double ropeTheta) {}
}
