package zeroone.model.huggingface;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a model's makers advise to sample from it: its generation_config.json.
 *
 * @param sample draw tokens; otherwise take the most likely one
 * @param temperature divides the logits; positive
 * @param topK keep the k most likely tokens; 0 means all
 * @param topP keep the most likely tokens up to this probability, in (0, 1]
 * @param endOfSequence ids that end a generation; may be empty
 */
public record GenerationConfig(
        boolean sample,
        OptionalDouble temperature,
        OptionalInt topK,
        OptionalDouble topP,
        List<Integer> endOfSequence,
        OptionalInt beginOfSequence,
        OptionalInt padding) {
    public GenerationConfig {
        temperature.ifPresent(value -> require(value > 0 && value <= 100, "temperature must be in (0, 100]", value));
        topK.ifPresent(value -> require(value >= 0, "topK must not be negative (0 keeps all tokens)", value));
        topP.ifPresent(value -> require(value > 0 && value <= 1, "topP must be in (0, 1]", value));
        endOfSequence = List.copyOf(endOfSequence);
        for (int id : endOfSequence) {
            require(id >= 0, "token ids must not be negative", id);
        }
        Objects.requireNonNull(beginOfSequence, "beginOfSequence");
        Objects.requireNonNull(padding, "padding");
    }

    private static void require(boolean condition, String rule, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }

    /** The plain distribution of a model, up to the ids that end its sequences. */
    public static GenerationConfig plain(LlamaConfig model) {
        return new GenerationConfig(
                true,
                OptionalDouble.of(1),
                OptionalInt.of(0),
                OptionalDouble.of(1),
                model.endOfSequence(),
                model.beginOfSequence(),
                model.padding());
    }

    /**
     * Reads the generation_config.json of a model directory; keys that have no part in this record are left aside.
     *
     * @throws ModelFormatException if it is missing or malformed
     */
    public static GenerationConfig read(Path directory) {
        JsonFile json = JsonFile.read(directory.resolve("generation_config.json"));
        try {
            return new GenerationConfig(
                    json.flag("do_sample", false),
                    json.number("temperature"),
                    json.integer("top_k"),
                    json.number("top_p"),
                    json.tokenIds("eos_token_id"),
                    json.tokenId("bos_token_id"),
                    json.tokenId("pad_token_id"));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(json.file(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Writes generation_config.json. */
    public void write(Path directory) {
        ObjectNode json = JsonFile.object();
        json.put("do_sample", sample);
        temperature.ifPresent(value -> json.put("temperature", value));
        topK.ifPresent(value -> json.put("top_k", value));
        topP.ifPresent(value -> json.put("top_p", value));
        JsonFile.putTokenId(json, "bos_token_id", beginOfSequence);
        JsonFile.putTokenIds(json, "eos_token_id", endOfSequence);
        JsonFile.putTokenId(json, "pad_token_id", padding);
        JsonFile.write(directory.resolve("generation_config.json"), json);
    }
}
