package zeroone.server.inference;

import java.util.ArrayList;
import java.util.List;
import zeroone.server.thought.ShownThought;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Completion;
import zeroone.text.generation.StopConditions;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenStream;

/** One sample as its reader may see it, all of it so far and what is new. Not thread-safe. */
public final class SampleReply {
    /**
     * What is new.
     *
     * @param thought parts of what may be shown of the thought
     * @param answer more of the answer
     * @param tokens those whose text is in {@code answer}
     */
    public record Shown(List<String> thought, String answer, List<TokenLogProb> tokens) {
        public Shown {
            thought = List.copyOf(thought);
            tokens = List.copyOf(tokens);
        }

        public boolean isEmpty() {
            return thought.isEmpty() && answer.isEmpty() && tokens.isEmpty();
        }

        /** What is new in several steps that follow each other. */
        static Shown all(List<Shown> steps) {
            List<String> thought = new ArrayList<>();
            StringBuilder answer = new StringBuilder();
            List<TokenLogProb> tokens = new ArrayList<>();
            for (Shown step : steps) {
                thought.addAll(step.thought);
                answer.append(step.answer);
                tokens.addAll(step.tokens);
            }
            return new Shown(thought, answer.toString(), tokens);
        }
    }

    private final SampleText text;
    private final ShownThought filter;
    private final StringBuilder answer = new StringBuilder();
    private final List<String> thought = new ArrayList<>();
    private final List<TokenLogProb> tokens = new ArrayList<>();
    private boolean thoughtOver;

    public SampleReply(Tokenizer tokenizer, StopConditions stop, ShownThought filter) {
        this.text = new SampleText(tokenizer, stop);
        this.filter = filter;
    }

    public Shown accept(TokenStream.Item item) {
        return switch (item) {
            case TokenStream.Token token ->
                shown(text.item(token), token.event().phase() == TokenEvent.Phase.ANSWER);
            case TokenStream.Finished finished -> shown(text.item(finished), true);
        };
    }

    public Shown accept(TokenEvent event) {
        return shown(text.token(event), event.phase() == TokenEvent.Phase.ANSWER);
    }

    public Shown finish(Completion completion) {
        return shown(text.finished(completion), true);
    }

    private Shown shown(Piece piece, boolean over) {
        List<String> parts = new ArrayList<>(filter.accept(piece.thought()));
        if (over && !thoughtOver) {
            thoughtOver = true;
            parts.addAll(filter.finish());
        }
        thought.addAll(parts);
        answer.append(piece.answer());
        tokens.addAll(piece.tokens());
        return new Shown(parts, piece.answer(), piece.tokens());
    }

    /** Whether the answer has begun, or all is over. */
    public boolean thoughtOver() {
        return thoughtOver;
    }

    public String answer() {
        return answer.toString();
    }

    /** All parts of the thought that may be shown. */
    public List<String> thought() {
        return List.copyOf(thought);
    }

    /** All tokens of the answer. */
    public List<TokenLogProb> tokens() {
        return List.copyOf(tokens);
    }
}
