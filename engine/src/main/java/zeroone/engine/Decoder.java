package zeroone.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.Bridge;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.SoftClose;
import zeroone.text.generation.ThinkingBudget;

/**
 * Decides the tokens of one completion: draws them from the model's scores, keeps thought and answer within the budget,
 * and knows when it has ended. Its state is a function of the tokens written and of which of them were forced.
 */
final class Decoder {
    private final GenerationRequest request;
    private final ThinkingBudget budget;
    private final Vocabulary vocabulary;
    private final CounterRandom random;
    private final Transcript written;
    private final @Nullable TokenCounts counts;
    private @Nullable AnswerRules rules; // once the answer has begun
    private int thoughtLength = -1; // -1 while thinking
    private int bridged; // tokens of the bridge in the answer
    private int ignoredEnds;
    private int insteadUntil; // where what was written instead of an end ends
    private boolean closeForced;
    private @Nullable FinishReason finish;
    private @Nullable String error;

    /** A completion that has nothing yet; it is to {@link #begin} or to {@link #branch}. */
    Decoder(GenerationRequest request, CounterRandom random, Vocabulary vocabulary) {
        this.request = request;
        this.budget = request.budget();
        this.vocabulary = vocabulary;
        this.random = random;
        this.written = new Transcript(request.options().alternatives() > 0);
        this.counts = request.sampling().penalises()
                ? new TokenCounts(vocabulary.size(), request.sampling(), vocabulary.reserved())
                : null;
        if (counts != null) {
            counts.prompt(request.prompt());
        }
    }

    /** Begins at the beginning, or goes on from where it was interrupted. */
    void begin() {
        for (int position = 0; position < request.resumed().length(); position++) {
            written.resumed(request.resumed(), position);
        }
        replay();
        if (finish == null && written.length() > 0 && written.isForced(written.length() - 1)) {
            finishForced();
            settle();
        }
    }

    /** Writes the rest of what was being forced when the interruption came. */
    private void finishForced() {
        Bridge bridge = budget.bridge();
        List<Integer> instead = budget.minimum().map(MinimumThought::instead).orElse(List.of());
        if (!thinking()) {
            int there = written.length() - thoughtLength - 1;
            if (closeForced && closedHard() && there < bridge.after().size() && there == bridged) {
                bridged = bridge.after().size();
                bridge.after().subList(there, bridged).forEach(this::force);
            }
            return;
        }
        int there = ignoresEnds() ? written.forcedLast(insteadUntil, instead) : 0;
        if (there > 0 && there < instead.size()) {
            ignoredEnds++;
            instead.subList(there, Math.min(instead.size(), there + budget.thought() - written.length()))
                    .forEach(this::force);
        } else if (written.forcedLast(insteadUntil, bridge.before()) > 0) {
            close(written.forcedLast(insteadUntil, bridge.before()));
        }
    }

    /** Whether a bridge belongs to the close, that is not to one that the model was nearly willing to. */
    private boolean closedHard() {
        List<Integer> before = budget.bridge().before();
        return budget.softClose().isEmpty()
                || thoughtLength >= budget.thought() + before.size()
                || written.forced(thoughtLength - before.size(), before);
    }

    /** Begins as another has begun, and with all that it has decided: tokens alone do not tell who has forced them. */
    void branch(Decoder other) {
        written.copy(other.written);
        for (int t = 0; counts != null && t < written.length(); t++) {
            counts.completion(written.token(t));
        }
        thoughtLength = other.thoughtLength;
        bridged = other.bridged;
        ignoredEnds = other.ignoredEnds;
        insteadUntil = other.insteadUntil;
        closeForced = other.closeForced;
        finish = other.finish;
        error = other.error;
        if (!thinking() && finish == null) {
            rules = new AnswerRules(request.options(), vocabulary); // a grammar cannot be copied
            for (int t = thoughtLength + 1 + bridged; t < written.length(); t++) {
                rules.accept(written.token(t));
            }
        }
    }

    /**
     * Brings the state up to the tokens that are written already. What somebody has injected there counts as written
     * instead of an end, or as a bridge, where it is the same.
     */
    private void replay() {
        List<Integer> instead = budget.minimum().map(MinimumThought::instead).orElse(List.of());
        for (int t = 0; t < written.length() && finish == null; t++) {
            if (thinking() && t >= insteadUntil && written.forced(t, instead)) {
                ignoredEnds++;
                insteadUntil = t + instead.size();
            }
            account(t);
            if (t == thoughtLength && closeForced) {
                bridged = bridgeThere();
            }
        }
        settle();
    }

    /** Tokens of the bridge behind a forced end of thought: all, or those before an interruption. */
    private int bridgeThere() {
        List<Integer> after = budget.bridge().after();
        int there = Math.min(after.size(), written.length() - thoughtLength - 1);
        boolean belongs = there == after.size() || closedHard();
        return belongs && written.forced(thoughtLength + 1, after.subList(0, there)) ? there : 0;
    }

    /** Takes the next token from the scores after the last one. Changes the scores. */
    void advance(float[] logits, int offset, SamplingWorkspace workspace) {
        TokenDistribution raw = workspace.raw();
        if (!raw.read(logits, offset, 1)) {
            throw new SequenceException("the model's scores after " + written.length()
                    + " generated tokens are not numbers: weights or activations have overflowed");
        }
        if (thinking() && closesSoftly(raw)) {
            force(vocabulary.reserved().endThought());
        } else {
            draw(logits, offset, workspace);
        }
        settle();
    }

    private void draw(float[] logits, int offset, SamplingWorkspace workspace) {
        SamplingParameters sampling = request.sampling();
        TokenDistribution raw = workspace.raw();
        List<Alternative> alternatives = raw.top(request.options().alternatives());
        TokenDistribution drawn = raw;
        if (change(logits, offset) || (sampling.temperature() != 1 && !sampling.greedy())) {
            drawn = workspace.changed();
            if (!drawn.read(logits, offset, sampling.temperature())) {
                throw new SequenceException("no token can follow after " + written.length()
                        + " generated ones: the grammar allows none, or a bias rules out those that it allows");
            }
        }
        int token = sampling.greedy()
                ? drawn.mostLikely()
                : drawn.draw(random.uniform(written.length()), sampling.topK(), sampling.topP(), sampling.minP());
        if (thinking() && vocabulary.ends(token) && ignoresEnds()) {
            ignoredEnds++;
            List<Integer> instead = budget.minimum().orElseThrow().instead();
            instead.subList(0, Math.min(instead.size(), budget.thought() - written.length()))
                    .forEach(this::force);
            return;
        }
        if (thinking() && token == vocabulary.reserved().endOfTurn() && mustAnswer()) {
            force(vocabulary.reserved().endThought());
            return;
        }
        written.sampled(token, drawn.logProb(token), raw.logProb(token), alternatives);
        account(written.length() - 1);
    }

    /** Penalties, bias, and what may not be drawn; whether there was any. */
    private boolean change(float[] logits, int offset) {
        boolean changed = counts != null || !request.sampling().logitBias().isEmpty();
        if (counts != null) {
            counts.penalise(logits, offset);
        }
        request.sampling().logitBias().forEach((token, bias) -> logits[offset + token] += bias);
        if (thinking() && hidesEnds()) {
            logits[offset + vocabulary.reserved().endThought()] = Float.NEGATIVE_INFINITY;
            logits[offset + vocabulary.reserved().endOfTurn()] = Float.NEGATIVE_INFINITY;
            changed = true;
        }
        return rules == null ? changed : rules.mask(logits, offset, vocabulary.size()) | changed;
    }

    /** Whether there is a grammar that no answer at all does not follow. */
    private boolean mustAnswer() {
        return request.options()
                .constraint()
                .map(grammar ->
                        !grammar.start().allowed().get(vocabulary.reserved().endOfTurn()))
                .orElse(false);
    }

    private boolean closesSoftly(TokenDistribution raw) {
        SoftClose soft = budget.softClose().orElse(null);
        return soft != null
                && written.length() >= soft.from()
                && !ignoresEnds()
                && !hidesEnds()
                && raw.within(soft.rank(), vocabulary.reserved().endThought());
    }

    /** Whether an end of the thought that is drawn now is replaced. */
    private boolean ignoresEnds() {
        MinimumThought minimum = budget.minimum().orElse(null);
        return minimum != null
                && !minimum.instead().isEmpty()
                && (written.length() < minimum.tokens() || ignoredEnds < minimum.ignoredEnds());
    }

    /** Whether an end of the thought cannot be drawn now. */
    private boolean hidesEnds() {
        MinimumThought minimum = budget.minimum().orElse(null);
        return minimum != null && minimum.instead().isEmpty() && written.length() < minimum.tokens();
    }

    private void force(int token) {
        if (finish == null) {
            written.forced(token);
            account(written.length() - 1);
        }
    }

    /** What a token that is written now changes. */
    private void account(int position) {
        int token = written.token(position);
        if (counts != null) {
            counts.completion(token);
        }
        boolean thought = thinking();
        if (thought && vocabulary.ends(token)) {
            thoughtLength = position;
            closeForced = written.isForced(position);
            rules = new AnswerRules(request.options(), vocabulary);
        }
        if (token == vocabulary.reserved().endOfTurn()) {
            finish = FinishReason.STOP;
        } else if (!thought && rules != null && position > thoughtLength + bridged) {
            rules.accept(token).ifPresent(reason -> finish = reason);
        }
    }

    /** Closes a thought that has used up its budget, and ends an answer that has. */
    private void settle() {
        if (finish == null && thinking() && written.length() >= budget.thought()) {
            close(written.length() - budget.thought()); // an interruption may have fallen into the bridge
        }
        if (finish == null && !thinking() && answerLeft() <= 0) {
            finish = FinishReason.LENGTH;
        }
    }

    /** Ends the thought with its bridge, of which some tokens may be there already. */
    private void close(int there) {
        List<Integer> before = budget.bridge().before();
        before.subList(Math.min(there, before.size()), before.size()).forEach(this::force);
        force(vocabulary.reserved().endThought());
        bridged = budget.bridge().after().size();
        budget.bridge().after().forEach(this::force);
    }

    private int answerLeft() {
        return budget.answer() - (written.length() - thoughtLength - 1 - bridged);
    }

    /** Ends the thought now, if there is one. */
    void answerNow() {
        if (finish == null && thinking()) {
            close(0);
            settle();
        }
    }

    /** Writes tokens as far as the budget goes. */
    void inject(int[] tokens) {
        for (int i = 0; i < tokens.length && finish == null; i++) {
            force(tokens[i]);
            boolean thinking = thinking();
            settle();
            if (thinking && !thinking()) {
                return; // the budget has closed the thought that the rest was meant for
            }
        }
    }

    /** Nobody wants the rest. */
    void cancel() {
        if (finish == null) {
            finish = FinishReason.CANCELLED;
        }
    }

    /** It cannot go on, or what came of it could not be told. */
    void fail(String message) {
        finish = FinishReason.ERROR;
        error = message;
    }

    boolean thinking() {
        return thoughtLength < 0;
    }

    boolean finished() {
        return finish != null;
    }

    GenerationRequest request() {
        return request;
    }

    Transcript written() {
        return written;
    }

    /** Whether the token at a position belongs to the thought. */
    boolean thought(int position) {
        return thinking() || position <= thoughtLength;
    }

    Completion completion() {
        if (finish == null) {
            throw new IllegalStateException("a completion that has not ended was asked for");
        }
        return new Completion(
                request.prompt(),
                written.tokens(),
                written.logProbs(),
                written.rawLogProbs(),
                written.alternatives(),
                thinking() ? written.length() : thoughtLength,
                closeForced,
                written.forced(),
                finish,
                Optional.ofNullable(error),
                request.sampling());
    }
}
