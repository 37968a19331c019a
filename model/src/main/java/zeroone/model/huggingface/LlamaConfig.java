package zeroone.model.huggingface;

public record LlamaConfig(
        int vocabularySize,
        int hiddenSize,
        int intermediateSize,
        int layers,
        int heads,
        int keyValueHeads,
        int headSize,
        double ropeTheta,
        double rmsNormEpsilon,
        int contextLength,
        boolean tiedEmbeddings) {}
