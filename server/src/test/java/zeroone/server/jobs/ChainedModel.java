package zeroone.server.jobs;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import zeroone.testkit.ByteTokenizer;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.CounterRandom;
import zeroone.text.generation.GenerationRequest;

/**
 * A model in miniature: its next token is a function of its randomness, the position and the token before. So what comes
 * after an interruption is right only if the tokens before it, their positions and the randomness are.
 */
final class ChainedModel implements ScriptedGenerator.Script {
    /** Every sample goes on by itself, where permits could all go to one of them. */
    static final ScriptedGenerator.Pace SLOW = () -> LockSupport.parkNanos(300_000);

    private static final ByteTokenizer TOKENIZER = new ByteTokenizer();

    /** One that takes its time for each token. */
    static ScriptedGenerator generator(ScriptedGenerator.Pace pace) {
        return new ScriptedGenerator(1 << 20, TOKENIZER, new ChainedModel(), pace);
    }

    static ScriptedGenerator generator() {
        return generator(ScriptedGenerator.Pace.AT_ONCE);
    }

    /** A thought of one token less than its budget and an answer that ends with the last token of its. */
    @Override
    public int[] tokens(GenerationRequest request, int sample) {
        CounterRandom random = request.random().split(sample);
        int[] known = request.resumed().tokens();
        int close = Math.max(0, request.budget().thought() - 1);
        for (int t = 0; t < known.length; t++) {
            if (known[t] == ByteTokenizer.RESERVED.endThought()) {
                close = t;
            }
        }
        int[] tokens = Arrays.copyOf(known, close + 1 + request.budget().answer());
        for (int t = known.length; t < tokens.length - 1; t++) {
            long before = t == 0 ? 0 : tokens[t - 1];
            tokens[t] = t == close
                    ? ByteTokenizer.RESERVED.endThought()
                    : 'a' + (int) Math.floorMod(random.bits(t) ^ (before * 0x9E3779B97F4A7C15L >>> 7), 26L);
        }
        tokens[tokens.length - 1] = ByteTokenizer.RESERVED.endOfTurn();
        return tokens;
    }
}
