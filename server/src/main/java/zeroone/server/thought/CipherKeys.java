package zeroone.server.thought;

import java.util.Arrays;
import java.util.List;

/**
 * Keys that thoughts are sealed with: the first one seals, all of them open. To rotate, put a new one first, and take the
 * old ones away when what they sealed has expired.
 */
public record CipherKeys(List<Key> keys) {
    static final int KEY_BYTES = 32;

    /**
     * One key.
     *
     * @param id tells which key sealed something; unique
     * @param bytes 32 random ones
     */
    public record Key(long id, byte[] bytes) {
        public Key {
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException(
                        "a key that seals thoughts has " + KEY_BYTES + " bytes, not " + bytes.length);
            }
            bytes = bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && id == key.id && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }

        /** Keeps the key out of logs. */
        @Override
        public String toString() {
            return "Key[" + Long.toHexString(id) + "]";
        }
    }

    public CipherKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there must be a key to seal thoughts with");
        }
        if (keys.stream().map(Key::id).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("two keys that seal thoughts have the same id");
        }
    }
}
