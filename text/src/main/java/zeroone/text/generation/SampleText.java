package zeroone.text.generation;

import zeroone.text.Tokenizer;
import zeroone.text.tokenizer.IncrementalDecoder;

/** The text of one sample of a stream, and how much of it was not read yet. */
final class SampleText {
    private final RunningSample running;
    private final IncrementalDecoder thought;
    private final IncrementalDecoder answer;
    private final StopStringFilter stops;
    private final int capacity;
    private int unread;
    private boolean paused;
    private boolean answering;

    SampleText(RunningSample running, Tokenizer tokenizer, StopConditions stop, int capacity) {
        this.running = running;
        this.thought = new IncrementalDecoder(tokenizer);
        this.answer = new IncrementalDecoder(tokenizer);
        this.stops = new StopStringFilter(stop.strings());
        this.capacity = capacity;
    }

    RunningSample running() {
        return running;
    }

    /** A token came: where too many were not read the sample pauses. */
    void written() {
        if (++unread >= capacity && !paused) {
            paused = true;
            running.pause();
        }
    }

    TokenStream.Item token(TokenEvent event) {
        return switch (event.phase()) {
            case THOUGHT -> new TokenStream.Token(event, "", thought.accept(event.token()));
            case ANSWER -> {
                String rest = answering ? "" : thought.finish();
                answering = true;
                yield new TokenStream.Token(event, rest, stops.accept(answer.accept(event.token())));
            }
        };
    }

    TokenStream.Item finished(Completion completion) {
        String rest = answering ? stops.accept(answer.finish()) + stops.finish() : thought.finish();
        return new TokenStream.Finished(running.number(), completion, rest);
    }

    /** The reader has taken a token; where half of the room is free again the sample goes on. */
    void read() {
        unread--;
        if (paused && unread <= capacity / 2) {
            paused = false;
            running.resume();
        }
    }
}
