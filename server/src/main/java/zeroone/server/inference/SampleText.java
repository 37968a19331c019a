package zeroone.server.inference;

import java.util.List;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.StopConditions;
import zeroone.text.generation.StopStringFilter;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenStream;
import zeroone.text.tokenizer.IncrementalDecoder;

/** The text of one sample as it grows. Not thread-safe. */
public final class SampleText {
    private final ReservedTokens reserved;
    private final StopConditions stop;
    private final IncrementalDecoder thought;
    private final IncrementalDecoder answer;
    private final StopStringFilter stops;
    private final HeldTokens held;
    private boolean answering;

    public SampleText(Tokenizer tokenizer, StopConditions stop) {
        this.reserved = tokenizer.reserved();
        this.stop = stop;
        this.thought = new IncrementalDecoder(tokenizer);
        this.answer = new IncrementalDecoder(tokenizer);
        this.stops = new StopStringFilter(stop.strings());
        this.held = stop.strings().isEmpty() ? HeldTokens.untilText() : HeldTokens.untilTheirText(tokenizer);
    }

    /** One more token, decoded here. */
    public Piece token(TokenEvent event) {
        return switch (event.phase()) {
            case THOUGHT -> new Piece(thought.accept(event.token()), "", List.of());
            case ANSWER -> {
                String rest = answering ? "" : thought.finish();
                answering = true;
                boolean end = stop.ids().contains(event.token());
                yield answered(event, rest, end ? "" : stops.accept(answer.accept(event.token())));
            }
        };
    }

    /** The end, decoded here. */
    public Piece finished(Completion completion) {
        boolean thinking = !answering;
        String rest = thinking ? thought.finish() : stops.accept(answer.finish()) + stops.finish();
        return new Piece(thinking ? rest : "", thinking ? "" : rest, remaining(completion, thinking ? "" : rest));
    }

    /** One more token, whose text a stream has decoded. */
    public Piece item(TokenStream.Token item) {
        TokenEvent event = item.event();
        return switch (event.phase()) {
            case THOUGHT -> new Piece(item.text(), "", List.of());
            case ANSWER -> {
                answering = true;
                yield answered(event, item.unfinished(), stop.ids().contains(event.token()) ? "" : item.text());
            }
        };
    }

    /** The end, whose text a stream has decoded. */
    public Piece item(TokenStream.Finished item) {
        String text = answering ? item.text() : "";
        return new Piece(answering ? "" : item.text(), text, remaining(item.completion(), text));
    }

    private Piece answered(TokenEvent event, String restOfThought, String text) {
        if (event.token() != reserved.endOfTurn() && !stop.ids().contains(event.token())) {
            held.add(new TokenLogProb(event.token(), event.rawLogProb(), event.alternatives()));
        }
        return new Piece(restOfThought, text, held.released(text));
    }

    /** Tokens of a stop string are no part of the answer. */
    private List<TokenLogProb> remaining(Completion completion, String text) {
        List<TokenLogProb> withText = held.released(text);
        return completion.finishReason() == FinishReason.STOP_STRING ? withText : held.rest(withText);
    }
}
