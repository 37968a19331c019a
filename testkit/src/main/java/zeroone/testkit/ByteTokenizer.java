package zeroone.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;

/** One id a byte of UTF-8, and four reserved ids above them. */
public final class ByteTokenizer implements Tokenizer {
    public static final ReservedTokens RESERVED = new ReservedTokens(256, 257, 258, 259);

    @Override
    public int[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] ids = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ids[i] = bytes[i] & 0xff;
        }
        return ids;
    }

    @Override
    public String decode(int[] ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ids.length);
        for (int id : ids) {
            if (id < 0 || id >= vocabularySize()) {
                throw new IllegalArgumentException("an id must be in [0, " + vocabularySize() + "): " + id);
            }
            if (id < 256) {
                bytes.write(id);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int vocabularySize() {
        return 260;
    }

    @Override
    public ReservedTokens reserved() {
        return RESERVED;
    }
}
