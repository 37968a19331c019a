package zeroone.engine;

import java.util.Optional;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;

/**
 * What tokens there are.
 *
 * @param size of the model's rows of scores
 * @param tokenizer turns answers into text, where stop strings are to be found
 */
record Vocabulary(int size, ReservedTokens reserved, Optional<Tokenizer> tokenizer) {
    Vocabulary {
        require(size, reserved.endThought(), "ends a thought");
        require(size, reserved.endOfTurn(), "ends a turn");
    }

    private static void require(int size, int id, String use) {
        if (id >= size) {
            throw new IllegalArgumentException("the token that " + use + " is " + id
                    + ", outside the model's vocabulary of " + size + ": is the tokenizer that of this model?");
        }
    }

    boolean contains(int token) {
        return token >= 0 && token < size;
    }

    /** Whether a token ends a thought, or the turn and with it the thought. */
    boolean ends(int token) {
        return token == reserved.endThought() || token == reserved.endOfTurn();
    }
}
