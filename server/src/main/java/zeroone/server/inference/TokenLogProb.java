package zeroone.server.inference;

import java.util.List;
import zeroone.text.generation.Alternative;

/**
 * A token of an answer with how likely it was.
 *
 * @param logProb under the model's own distribution
 * @param alternatives most likely first
 */
public record TokenLogProb(int token, float logProb, List<Alternative> alternatives) {
    public TokenLogProb {
        alternatives = List.copyOf(alternatives);
    }
}
