package zeroone.engine;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zeroone.text.generation.Constraint;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.StopStringFilter;
import zeroone.text.tokenizer.IncrementalDecoder;

/**
 * What a request says about its answer: the grammar it follows, and what stops it. Begins after the thought and its
 * bridge, which whoever asked has written.
 */
final class AnswerRules {
    private final DecodingOptions options;
    private final Constraint.@Nullable State grammar;
    private final @Nullable IncrementalDecoder text;
    private final StopStringFilter stops;

    AnswerRules(DecodingOptions options, Vocabulary vocabulary) {
        this.options = options;
        this.grammar = options.constraint().map(Constraint::start).orElse(null);
        this.text = options.stop().strings().isEmpty()
                ? null
                : vocabulary.tokenizer().map(IncrementalDecoder::new).orElse(null);
        this.stops = new StopStringFilter(options.stop().strings());
    }

    /** Rules out what the grammar does not allow; whether there is a grammar. */
    boolean mask(float[] logits, int offset, int vocabulary) {
        if (grammar == null) {
            return false;
        }
        BitSet allowed = grammar.allowed();
        for (int token = allowed.nextClearBit(0); token < vocabulary; token = allowed.nextClearBit(token + 1)) {
            logits[offset + token] = Float.NEGATIVE_INFINITY;
        }
        return true;
    }

    /** One more token of the answer; why it ends with it, if it does. */
    Optional<FinishReason> accept(int token) {
        if (grammar != null) {
            grammar.accept(token);
        }
        if (options.stop().ids().contains(token)) {
            return Optional.of(FinishReason.STOP_TOKEN);
        }
        if (text != null) {
            stops.accept(text.accept(token));
        }
        return stops.stopped() ? Optional.of(FinishReason.STOP_STRING) : Optional.empty();
    }
}
