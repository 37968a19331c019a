package zeroone.server.thought;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;
import zeroone.server.secret.OwnerOnlyFile;

/**
 * A JSON file of the keys that seal thoughts, newest first; only its owner may read it. Whoever has it reads all thoughts.
 *
 * @param random cryptographically strong
 */
public record CipherKeyFile(Path path, RandomGenerator random) {
    private static final int MOST_KEYS = 100;

    /**
     * The keys in it; a file with one new key is made if there is none.
     *
     * @throws IllegalArgumentException if it is not such a file
     */
    public CipherKeys read() throws IOException {
        if (!Files.exists(path)) {
            return rotate();
        }
        try {
            List<CipherKeys.Key> keys = new ArrayList<>();
            for (JsonNode node :
                    Fields.of(Json.parseBody(Files.readAllBytes(path))).array("keys", MOST_KEYS)) {
                Fields fields = Fields.of(node, "keys[" + keys.size() + "]");
                keys.add(new CipherKeys.Key(
                        Long.parseUnsignedLong(fields.requiredString("id"), 16),
                        Base64.getDecoder().decode(fields.requiredString("key"))));
            }
            return new CipherKeys(keys);
        } catch (ApiException | IllegalArgumentException e) {
            throw new IllegalArgumentException(path + " does not hold keys that seal thoughts: " + e.getMessage(), e);
        }
    }

    /** Puts a new key first. What older ones sealed still opens. */
    public CipherKeys rotate() throws IOException {
        List<CipherKeys.Key> keys = new ArrayList<>();
        byte[] bytes = new byte[CipherKeys.KEY_BYTES];
        random.nextBytes(bytes);
        keys.add(new CipherKeys.Key(random.nextLong(), bytes));
        if (Files.exists(path)) {
            keys.addAll(read().keys());
        }
        CipherKeys all = new CipherKeys(keys.subList(0, Math.min(MOST_KEYS, keys.size())));
        write(all);
        return all;
    }

    private void write(CipherKeys keys) throws IOException {
        ObjectNode file = Json.object();
        ArrayNode list = file.putArray("keys");
        for (CipherKeys.Key key : keys.keys()) {
            list.addObject()
                    .put("id", Long.toHexString(key.id()))
                    .put("key", Base64.getEncoder().encodeToString(key.bytes()));
        }
        new OwnerOnlyFile(path).write(Json.bytes(file));
    }
}
