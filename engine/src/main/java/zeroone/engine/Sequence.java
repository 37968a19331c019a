package zeroone.engine;

import java.util.Arrays;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationRequest;

/** One completion in the making. */
final class Sequence {
    private final int requestIndex;
    private final int sampleIndex;
    private final GenerationRequest request;
    private final ReservedTokens reserved;
    private final CounterRandom random;
    private int[] tokens = new int[32];
    private float[] logProbs = new float[32];
    private int length;
    private int thoughtLength = -1; // -1 while thinking
    private boolean closeForced;
    private boolean stopped;

    Sequence(int requestIndex, int sampleIndex, GenerationRequest request, ReservedTokens reserved) {
        this.requestIndex = requestIndex;
        this.sampleIndex = sampleIndex;
        this.request = request;
        this.reserved = reserved;
        this.random = request.random().split(sampleIndex);
    }

    /** Takes the next token from its probabilities, or closes a thought that has used up its budget. */
    void advance(float[] probabilities, int start, int vocabulary) {
        if (thinking() && length == request.budget().thought()) {
            closeForced = true;
            append(reserved.endThought(), 0);
            thoughtLength = length - 1;
            return;
        }
        int token = TokenSampler.sample(probabilities, start, vocabulary, request.sampling(), random.uniform(length));
        append(token, (float) Math.log(probabilities[start + token]));
        if (token == reserved.endOfTurn()) {
            stopped = true;
            thoughtLength = thinking() ? length - 1 : thoughtLength;
        } else if (thinking() && token == reserved.endThought()) {
            thoughtLength = length - 1;
        }
    }

    private void append(int token, float logProb) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
            logProbs = Arrays.copyOf(logProbs, 2 * length);
        }
        tokens[length] = token;
        logProbs[length++] = logProb;
    }

    private boolean thinking() {
        return thoughtLength < 0;
    }

    boolean finished() {
        return stopped
                || (!thinking()
                        && length - thoughtLength - 1 >= request.budget().answer());
    }

    Completion completion() {
        return new Completion(
                request.prompt(),
                Arrays.copyOf(tokens, length),
                Arrays.copyOf(logProbs, length),
                thoughtLength,
                closeForced,
                stopped ? FinishReason.STOP : FinishReason.LENGTH,
                request.sampling());
    }

    int requestIndex() {
        return requestIndex;
    }

    int sampleIndex() {
        return sampleIndex;
    }

    GenerationRequest request() {
        return request;
    }

    int generated() {
        return length;
    }

    int lastToken() {
        return tokens[length - 1];
    }

    /** Where the last token stands, counted from the start of the prompt. */
    int lastPosition() {
        return request.prompt().length + length - 1;
    }
}
