package zeroone.text.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import zeroone.text.ReservedTokens;

/**
 * The bytes that each token stands for, where a tokenizer is one of bytes: text is then decoded here, some twenty times as
 * fast as by the native library, which is asked for each token of each stream.
 */
final class TokenBytes {
    private static final byte[] NONE = {};

    private final byte[][] bytes; // by id

    private TokenBytes(byte[][] bytes) {
        this.bytes = bytes;
    }

    /** Empty if the tokens of this tokenizer mean something else beside others than alone, or are no bytes. */
    static Optional<TokenBytes> of(TokenizerJson json, ReservedTokens reserved) {
        if (!json.decodesBytes()) {
            return Optional.empty();
        }
        ByteAlphabet alphabet = new ByteAlphabet();
        byte[][] bytes = new byte[json.vocabularySize()][];
        Arrays.fill(bytes, NONE);
        for (Map.Entry<Integer, String> token : json.writtenTokens().entrySet()) {
            bytes[token.getKey()] = alphabet.bytes(token.getValue());
        }
        for (int id :
                new int[] {reserved.beginThought(), reserved.endThought(), reserved.endOfTurn(), reserved.padding()}) {
            bytes[id] = NONE;
        }
        return Optional.of(new TokenBytes(bytes));
    }

    /** What is not valid UTF-8 becomes U+FFFD. */
    String decode(int[] ids) {
        int length = 0;
        for (int id : ids) {
            length += bytes[id].length;
        }
        byte[] all = new byte[length];
        int end = 0;
        for (int id : ids) {
            byte[] token = bytes[id];
            System.arraycopy(token, 0, all, end, token.length);
            end += token.length;
        }
        return new String(all, StandardCharsets.UTF_8);
    }
}
