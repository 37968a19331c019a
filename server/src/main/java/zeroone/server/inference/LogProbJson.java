package zeroone.server.inference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Alternative;

/** Log-probabilities as OpenAI's API writes them. */
public final class LogProbJson {
    /** Stands for all that is less likely. */
    private static final float UNLIKELY = -9999;

    private LogProbJson() {}

    public static void write(List<TokenLogProb> tokens, Tokenizer tokenizer, ArrayNode into) {
        for (TokenLogProb token : tokens) {
            ObjectNode node = into.addObject();
            entry(token.token(), token.logProb(), tokenizer, node);
            ArrayNode top = node.putArray("top_logprobs");
            for (Alternative alternative : token.alternatives()) {
                entry(alternative.token(), alternative.rawLogProb(), tokenizer, top.addObject());
            }
        }
    }

    private static void entry(int token, float logProb, Tokenizer tokenizer, ObjectNode node) {
        String text = tokenizer.decode(new int[] {token});
        node.put("token", text).put("logprob", finite(logProb));
        if (text.indexOf('\uFFFD') >= 0) {
            // A part of a character: its bytes are not known from its text.
            node.putNull("bytes");
        } else {
            ArrayNode bytes = node.putArray("bytes");
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                bytes.add(b & 0xff);
            }
        }
    }

    public static float finite(float logProb) {
        return Float.isFinite(logProb) ? Math.max(UNLIKELY, logProb) : UNLIKELY;
    }
}
