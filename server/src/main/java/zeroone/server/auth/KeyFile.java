package zeroone.server.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;
import zeroone.server.secret.OwnerOnlyFile;
import zeroone.server.thought.ThoughtVisibility;

/** A JSON file of keys, without their secrets; only its owner may read it. */
public record KeyFile(Path path) {
    private static final int MOST_KEYS = 100_000;

    /**
     * The keys in it; none if there is no such file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is not a key file; the message says what to mend
     */
    public List<ApiKey> read() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            List<ApiKey> keys = new ArrayList<>();
            for (JsonNode node :
                    Fields.of(Json.parseBody(Files.readAllBytes(path))).array("keys", MOST_KEYS)) {
                keys.add(key(Fields.of(node, "keys[" + keys.size() + "]")));
            }
            return keys;
        } catch (ApiException | DateTimeParseException e) {
            throw new IllegalArgumentException(path + " is not a file of keys: " + e.getMessage(), e);
        }
    }

    private static ApiKey key(Fields fields) {
        return new ApiKey(
                fields.requiredString("id"),
                fields.requiredString("name"),
                fields.requiredString("tenant"),
                new SecretHash(fields.requiredString("salt"), fields.requiredString("hash")),
                Set.copyOf(fields.strings("models", MOST_KEYS)),
                ThoughtVisibility.of(fields.requiredString("thoughts")),
                fields.flag("admin", false),
                new RateLimit(
                        fields.integer("requests_per_minute", 0, Integer.MAX_VALUE)
                                .orElse(0),
                        fields.integer("tokens_per_minute", 0, Integer.MAX_VALUE)
                                .orElse(0)),
                Instant.parse(fields.requiredString("created")));
    }

    /** Replaces all keys at once: a reader sees the old ones or the new ones. */
    public void write(List<ApiKey> keys) throws IOException {
        ObjectNode file = Json.object();
        ArrayNode list = file.putArray("keys");
        for (ApiKey key : keys) {
            ObjectNode node = list.addObject()
                    .put("id", key.id())
                    .put("name", key.name())
                    .put("tenant", key.tenant())
                    .put("salt", key.secret().salt())
                    .put("hash", key.secret().hash());
            new TreeSet<>(key.models()).forEach(node.putArray("models")::add);
            node.put("thoughts", key.thoughts().wire())
                    .put("admin", key.admin())
                    .put("requests_per_minute", key.limit().requestsPerMinute())
                    .put("tokens_per_minute", key.limit().tokensPerMinute())
                    .put("created", key.created().toString());
        }
        new OwnerOnlyFile(path).write(Json.bytes(file));
    }
}
