package zeroone.server.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import zeroone.text.Tokenizer;
import zeroone.text.tokenizer.IncrementalDecoder;

/**
 * Tokens of an answer that wait until text of theirs is shown: some have none yet, and where a stop string may have begun,
 * text is held back that belongs to tokens which are perhaps no part of the answer. Not thread-safe.
 */
final class HeldTokens {
    /** @param start characters of the answer before its own */
    private record Held(TokenLogProb token, long start) {}

    private final Optional<IncrementalDecoder> decoder;
    private final Deque<Held> waiting = new ArrayDeque<>();
    private long decoded;
    private long shown;

    private HeldTokens(Optional<IncrementalDecoder> decoder) {
        this.decoder = decoder;
    }

    /** Any text shows all that wait: right where text is held back only until a character is whole. */
    static HeldTokens untilText() {
        return new HeldTokens(Optional.empty());
    }

    /** Each waits for a character of its own. */
    static HeldTokens untilTheirText(Tokenizer tokenizer) {
        return new HeldTokens(Optional.of(new IncrementalDecoder(tokenizer)));
    }

    void add(TokenLogProb token) {
        waiting.add(new Held(token, decoded));
        decoder.ifPresent(texts -> decoded += texts.accept(token.token()).length());
    }

    /** Those that this text, which follows what was shown before, shows. */
    List<TokenLogProb> released(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        shown += text.length();
        List<TokenLogProb> released = new ArrayList<>();
        while (!waiting.isEmpty() && (decoder.isEmpty() || waiting.peek().start() < shown)) {
            released.add(waiting.remove().token());
        }
        return released;
    }

    /** Those, and all that still wait. */
    List<TokenLogProb> rest(List<TokenLogProb> before) {
        List<TokenLogProb> all = new ArrayList<>(before);
        waiting.forEach(held -> all.add(held.token()));
        waiting.clear();
        return all;
    }
}
