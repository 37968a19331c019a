package zeroone.model.huggingface;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shape of a Llama decoder: the config.json of {@code LlamaForCausalLM}.
 *
 * @param vocabularySize rows of the embedding
 * @param hiddenSize width of the residual stream
 * @param intermediateSize width inside the SwiGLU block
 * @param layers decoder layers
 * @param heads query heads
 * @param keyValueHeads key and value heads; divides {@code heads}
 * @param headSize width of a head; even, because positions rotate pairs
 * @param ropeTheta base of the rotary frequencies
 * @param rmsNormEpsilon added to the mean square before its root is taken
 * @param maxPositions the longest sequence
 * @param tiedEmbeddings the output layer is the embedding
 * @param dtype of the stored weights
 * @param endOfSequence ids that end a generation; may be empty
 * @param beginOfSequence id put before a text, if the model has one
 * @param padding id that fills rectangles, if the model has one
 */
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
        int maxPositions,
        boolean tiedEmbeddings,
        DataType dtype,
        List<Integer> endOfSequence,
        OptionalInt beginOfSequence,
        OptionalInt padding) {
    private static final String ARCHITECTURE = "LlamaForCausalLM";

    public LlamaConfig {
        require(vocabularySize > 0, "vocabularySize must be positive", vocabularySize);
        require(hiddenSize > 0, "hiddenSize must be positive", hiddenSize);
        require(intermediateSize > 0, "intermediateSize must be positive", intermediateSize);
        require(layers > 0, "layers must be positive", layers);
        require(heads > 0, "heads must be positive", heads);
        require(keyValueHeads > 0 && heads % keyValueHeads == 0, "keyValueHeads must divide heads", keyValueHeads);
        require(headSize > 0 && headSize % 2 == 0, "headSize must be positive and even", headSize);
        require(ropeTheta > 0 && ropeTheta < Double.POSITIVE_INFINITY, "ropeTheta must be positive", ropeTheta);
        require(rmsNormEpsilon > 0 && rmsNormEpsilon < 1, "rmsNormEpsilon must be in (0, 1)", rmsNormEpsilon);
        require(maxPositions > 0, "maxPositions must be positive", maxPositions);
        Objects.requireNonNull(dtype, "dtype");
        Objects.requireNonNull(dtype.torchName());
        endOfSequence = List.copyOf(endOfSequence);
        for (int id : endOfSequence) {
            require(id >= 0 && id < vocabularySize, "an id that ends a sequence must be in the vocabulary", id);
        }
        requireInVocabulary(beginOfSequence, vocabularySize);
        requireInVocabulary(padding, vocabularySize);
    }

    private static void require(boolean condition, String rule, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }

    private static void requireInVocabulary(OptionalInt id, int vocabularySize) {
        id.ifPresent(value -> require(value < vocabularySize, "a token id must be in the vocabulary", value));
    }

    /** The same model with its weights stored in another type. */
    public LlamaConfig storedAs(DataType type) {
        return new LlamaConfig(
                vocabularySize,
                hiddenSize,
                intermediateSize,
                layers,
                heads,
                keyValueHeads,
                headSize,
                ropeTheta,
                rmsNormEpsilon,
                maxPositions,
                tiedEmbeddings,
                type,
                endOfSequence,
                beginOfSequence,
                padding);
    }

    /**
     * Reads the config.json of a model directory. What transformers would assume for absent keys is assumed here too.
     *
     * @throws ModelFormatException if it is malformed, or of a model that this decoder would compute wrongly
     */
    public static LlamaConfig read(Path directory) {
        JsonFile json = JsonFile.read(directory.resolve("config.json"));
        requireSupported(json);
        int hiddenSize = json.positive("hidden_size");
        int heads = json.positive("num_attention_heads");
        try {
            return new LlamaConfig(
                    json.positive("vocab_size"),
                    hiddenSize,
                    json.positive("intermediate_size"),
                    json.positive("num_hidden_layers"),
                    heads,
                    json.positive("num_key_value_heads", OptionalInt.of(heads)),
                    json.positive("head_dim", OptionalInt.of(Math.max(1, hiddenSize / heads))),
                    ropeTheta(json),
                    json.positive("rms_norm_eps", 1e-6),
                    json.positive("max_position_embeddings", OptionalInt.of(2048)),
                    json.flag("tie_word_embeddings", false),
                    dtype(json),
                    json.tokenIds("eos_token_id"),
                    json.tokenId("bos_token_id"),
                    json.tokenId("pad_token_id"));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(json.file(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireSupported(JsonFile json) {
        JsonNode architectures = json.at("architectures");
        if (architectures.size() != 1
                || !ARCHITECTURE.equals(architectures.path(0).asString(""))) {
            throw json.error("architectures must be [\"" + ARCHITECTURE + "\"]: " + architectures
                    + "; other architectures are not supported");
        }
        requireValue(json, "model_type", "llama");
        requireValue(json, "hidden_act", "silu");
        for (String key : List.of("attention_bias", "mlp_bias")) {
            if (json.flag(key, false)) {
                throw json.error(key + " must be false: biases are not supported");
            }
        }
        for (String key : List.of("rope_scaling", "quantization_config")) {
            if (json.has(key)) {
                throw json.error(key + " must be absent or null, it is not supported: " + json.at(key));
            }
        }
    }

    private static void requireValue(JsonFile json, String key, String supported) {
        if (json.has(key) && !supported.equals(json.at(key).asString(""))) {
            throw json.error(key + " must be \"" + supported + "\", others are not supported: " + json.at(key));
        }
    }

    /** Up to version 4 transformers wrote rope_theta, since version 5 it writes rope_parameters. */
    private static double ropeTheta(JsonFile json) {
        if (!json.has("rope_parameters")) {
            return json.positive("rope_theta", 10_000.0);
        }
        JsonFile parameters = json.object("rope_parameters");
        requireValue(parameters, "rope_type", "default");
        double theta = parameters.positive("rope_theta", json.positive("rope_theta", 10_000.0));
        if (parameters.positive("partial_rotary_factor", 1.0) != 1) {
            throw json.error("partial_rotary_factor must be 1, others are not supported: " + parameters.root());
        }
        if (json.positive("rope_theta", theta) != theta) {
            throw json.error("rope_theta must be the same inside and outside rope_parameters: " + theta + ", "
                    + json.at("rope_theta"));
        }
        return theta;
    }

    private static DataType dtype(JsonFile json) {
        JsonNode name = json.has("dtype") ? json.at("dtype") : json.at("torch_dtype");
        if (name.isMissingNode() || name.isNull()) {
            return DataType.F32;
        }
        return DataType.ofTorch(name.asString(""))
                .orElseThrow(() -> json.error("dtype must be float32, bfloat16, float16 or float64: " + name));
    }

    /** Writes config.json so that transformers 4 and 5, vLLM and llama.cpp's converter read it. */
    public void write(Path directory) {
        ObjectNode json = JsonFile.object();
        json.putArray("architectures").add(ARCHITECTURE);
        json.put("model_type", "llama");
        json.put("vocab_size", vocabularySize);
        json.put("hidden_size", hiddenSize);
        json.put("intermediate_size", intermediateSize);
        json.put("num_hidden_layers", layers);
        json.put("num_attention_heads", heads);
        json.put("num_key_value_heads", keyValueHeads);
        json.put("head_dim", headSize);
        json.put("hidden_act", "silu");
        json.put("attention_bias", false);
        json.put("mlp_bias", false);
        json.put("rope_theta", ropeTheta);
        json.putObject("rope_parameters").put("rope_type", "default").put("rope_theta", ropeTheta);
        json.put("rms_norm_eps", rmsNormEpsilon);
        json.put("max_position_embeddings", maxPositions);
        json.put("tie_word_embeddings", tiedEmbeddings);
        json.put("torch_dtype", dtype.torchName());
        JsonFile.putTokenId(json, "bos_token_id", beginOfSequence);
        JsonFile.putTokenIds(json, "eos_token_id", endOfSequence);
        JsonFile.putTokenId(json, "pad_token_id", padding);
        JsonFile.write(directory.resolve("config.json"), json);
    }
}
