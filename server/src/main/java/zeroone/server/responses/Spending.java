package zeroone.server.responses;

import java.util.OptionalInt;
import zeroone.server.inference.Usage;
import zeroone.text.generation.TokenEvent;

/** What a response has cost so far, counted token by token: samples that were abandoned cost what they wrote. */
final class Spending {
    private final int prompt;
    private final int endThought;
    private OptionalInt cached = OptionalInt.empty();
    private boolean begun;
    private int tokens;
    private int thought;
    private int written;
    private int reasoning;

    /**
     * @param prompt tokens that the model reads before it writes, with those of an earlier thought
     * @param endThought the token that ends a thought
     */
    Spending(int prompt, int endThought) {
        this.prompt = prompt;
        this.endThought = endThought;
    }

    /** Of several samples the one counts that had to read most: the others found what it had read. */
    void promptRead(int found) {
        cached = OptionalInt.of(Math.min(found, cached.orElse(found)));
    }

    void token(TokenEvent event) {
        begun = true;
        tokens++;
        boolean thinking = event.phase() == TokenEvent.Phase.THOUGHT;
        boolean marker = event.token() == endThought;
        if (thinking && !marker) {
            thought++;
        }
        // Without a thought the token that ends it was not generated: the budget put it there.
        if (event.position() > 0 || !marker || !event.forced()) {
            written++;
            reasoning += thinking ? 1 : 0;
        }
    }

    /** A sample has ended, be it without a token. */
    void ended() {
        begun = true;
    }

    Usage usage() {
        return begun ? new Usage(prompt, 0, written, reasoning).cached(cached.orElse(0)) : Usage.NONE;
    }

    /** Tokens told, of all samples. */
    long tokens() {
        return tokens;
    }

    /** Those of them that are thought, without the tokens that end it. */
    long thoughtTokens() {
        return thought;
    }
}
