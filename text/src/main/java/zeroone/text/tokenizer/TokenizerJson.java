package zeroone.text.tokenizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What ZeroOne itself needs to know of a tokenizer.json and of the tokenizer_config.json beside it. */
final class TokenizerJson {
    private final Path file;
    private final byte[] bytes;
    private final JsonNode root;

    private TokenizerJson(Path file, byte[] bytes, JsonNode root) {
        this.file = file;
        this.bytes = bytes;
        this.root = root;
    }

    static TokenizerJson read(Path file) {
        byte[] bytes = bytes(file);
        JsonNode root = parse(file, bytes);
        if (!root.path("model").isObject()) {
            throw new TokenizerFormatException(file + " has no \"model\" object: it must be a tokenizer.json of the"
                    + " Hugging Face tokenizers library");
        }
        return new TokenizerJson(file, bytes, root);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Every added token, by its content. */
    Map<String, Integer> addedTokens() {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (JsonNode token : root.path("added_tokens")) {
            JsonNode content = token.path("content");
            JsonNode id = token.path("id");
            if (!content.isString() || !id.isInt() || id.intValue() < 0) {
                throw new TokenizerFormatException(
                        file + " has an added token without a content or a non-negative id: " + token);
            }
            ids.put(content.stringValue(), id.intValue());
        }
        return ids;
    }

    /**
     * The added tokens that text must not become: all but those of nothing but white space, which some families (GPT-NeoX)
     * use for ordinary indentation.
     */
    SpecialTokens specialTokens() {
        Map<String, Integer> special = new LinkedHashMap<>(addedTokens());
        for (JsonNode token : root.path("added_tokens")) {
            String content = token.path("content").stringValue();
            if (content.isBlank() && !token.path("special").asBoolean(false)) {
                special.remove(content);
            }
        }
        return new SpecialTokens(special);
    }

    int vocabularySize() {
        int largest = addedTokens().values().stream().mapToInt(id -> id).max().orElse(-1);
        JsonNode vocabulary = root.path("model").path("vocab");
        if (vocabulary.isArray()) {
            return Math.max(largest, vocabulary.size() - 1) + 1;
        }
        for (JsonNode id : vocabulary) {
            largest = Math.max(largest, id.asInt(-1));
        }
        return largest + 1;
    }

    /** Whether text is the bytes of its tokens, one after the other, whatever stands beside them. */
    boolean decodesBytes() {
        return root.path("decoder").path("type").asString("").equals("ByteLevel")
                && root.path("model").path("vocab").isObject();
    }

    /** The tokens that text is made of, by id: all but the special ones. */
    Map<Integer, String> writtenTokens() {
        Map<Integer, String> tokens = new HashMap<>();
        root.path("model").path("vocab").properties().forEach(token -> {
            if (token.getValue().isInt() && token.getValue().intValue() >= 0) {
                tokens.put(token.getValue().intValue(), token.getKey());
            }
        });
        addedTokens().forEach((content, id) -> tokens.put(id, content));
        Set<String> special = new HashSet<>();
        for (JsonNode token : root.path("added_tokens")) {
            if (token.path("special").asBoolean(false)) {
                special.add(token.path("content").stringValue());
            }
        }
        tokens.values().removeAll(special);
        return tokens;
    }

    /** The content of a named token ("eos_token") of the tokenizer_config.json of a directory, if it says one. */
    static Optional<String> configuredToken(Path directory, String key) {
        Path config = directory.resolve("tokenizer_config.json");
        if (!Files.exists(config)) {
            return Optional.empty();
        }
        JsonNode token = parse(config, bytes(config)).path(key);
        JsonNode content = token.isObject() ? token.path("content") : token;
        return content.isString() ? Optional.of(content.stringValue()) : Optional.empty();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new TokenizerFormatException(
                    file + " does not exist: give a Hugging Face model directory that has one", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static JsonNode parse(Path file, byte[] bytes) {
        try {
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            throw new TokenizerFormatException(file + " is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }
}
