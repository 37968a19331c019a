package zeroone.server.inference;

import java.util.List;

/**
 * What becomes certain of a sample's text with one more token.
 *
 * @param thought more of the thought; never to be shown to whoever may not see it
 * @param answer more of the answer
 * @param tokens those whose text is in {@code answer}
 */
public record Piece(String thought, String answer, List<TokenLogProb> tokens) {
    public Piece {
        tokens = List.copyOf(tokens);
    }
}
