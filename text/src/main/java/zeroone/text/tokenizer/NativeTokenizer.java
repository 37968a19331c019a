package zeroone.text.tokenizer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** The one place that talks to the native tokenizers library. */
final class NativeTokenizer implements AutoCloseable {
    private final ai.djl.huggingface.tokenizers.HuggingFaceTokenizer tokenizer;

    private NativeTokenizer(ai.djl.huggingface.tokenizers.HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * @param tokenizerJson the bytes of a tokenizer.json
     * @param name what to call them in an error
     */
    static NativeTokenizer parse(byte[] tokenizerJson, String name) {
        // The library reports its first use over the network unless told not to before it is touched.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        Map<String, String> options = Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
        try {
            return new NativeTokenizer(ai.djl.huggingface.tokenizers.HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(tokenizerJson), options));
        } catch (IOException | RuntimeException e) {
            throw new TokenizerFormatException(
                    name + " is not a tokenizer that the tokenizers library can load: " + e.getMessage(), e);
        }
    }

    long[] encode(String text) {
        return tokenizer.encode(text, false, false).getIds();
    }

    String decode(long[] ids) {
        return tokenizer.decode(ids, true);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
