package zeroone.server.completions;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.Json;
import zeroone.server.inference.LogProbJson;
import zeroone.server.inference.TokenLogProb;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.ContinuationScore;

/** Log-probabilities as completions have them: four arrays of the same length. */
final class LegacyLogProbs {
    /** Stands for whatever token is more likely than the given one, where only that is known. */
    private static final String MORE_LIKELY = "<more likely>";

    private final Tokenizer tokenizer;
    private final ObjectNode json = Json.object();
    private final ArrayNode tokens = json.putArray("tokens");
    private final ArrayNode logProbs = json.putArray("token_logprobs");
    private final ArrayNode top = json.putArray("top_logprobs");
    private final ArrayNode offsets = json.putArray("text_offset");
    private int offset;

    LegacyLogProbs(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * A given text with its scores.
     *
     * @param score of all tokens but the first, which nothing predicts; empty if there is only that
     */
    void addPrompt(int[] prompt, Optional<ContinuationScore> score) {
        for (int i = 0; i < prompt.length; i++) {
            String text = add(prompt[i]);
            if (i == 0 || score.isEmpty()) {
                logProbs.addNull();
                top.addNull();
                continue;
            }
            float logProb = LogProbJson.finite(score.get().logProbs()[i - 1]);
            logProbs.add(logProb);
            ObjectNode best = top.addObject().put(text, logProb);
            if (!score.get().mostLikely()[i - 1]) {
                // Clients take a token for the likeliest if nothing in its map is greater: name the most that another
                // has.
                double most = Math.log1p(-Math.exp(logProb));
                best.put(MORE_LIKELY, Math.max(Math.nextUp(logProb), (float) most));
            }
        }
    }

    /** Generated tokens. */
    void add(List<TokenLogProb> generated) {
        for (TokenLogProb token : generated) {
            String text = add(token.token());
            float logProb = LogProbJson.finite(token.logProb());
            logProbs.add(logProb);
            ObjectNode best = top.addObject();
            for (Alternative alternative : token.alternatives()) {
                best.put(
                        tokenizer.decode(new int[] {alternative.token()}),
                        LogProbJson.finite(alternative.rawLogProb()));
            }
            best.put(text, logProb);
        }
    }

    private String add(int token) {
        String text = tokenizer.decode(new int[] {token});
        tokens.add(text);
        offsets.add(offset);
        offset += text.length();
        return text;
    }

    ObjectNode json() {
        return json;
    }
}
