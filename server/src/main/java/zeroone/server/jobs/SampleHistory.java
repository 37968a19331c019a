package zeroone.server.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.TokenEvent;

/** The tokens of one sample so far: what it is resumed from, or what it was. */
final class SampleHistory {
    private final Resumed start;
    private final List<TokenEvent> events = new ArrayList<>();

    /** @param start what it began with, which no event tells */
    SampleHistory(Resumed start) {
        this.start = start;
    }

    void add(TokenEvent event) {
        if (event.position() != length()) {
            throw new IllegalStateException(
                    "the log has a gap: token " + event.position() + " of a sample follows " + length() + " others");
        }
        events.add(event);
    }

    private int length() {
        return start.length() + events.size();
    }

    Resumed resumed() {
        return events.isEmpty() ? start : new Resumed(tokens(), logProbs(), rawLogProbs(), forced());
    }

    Completion completion(GenerationRequest request, Told.End end) {
        return new Completion(
                request.prompt(),
                tokens(),
                logProbs(),
                rawLogProbs(),
                request.options().alternatives() == 0 ? List.of() : alternatives(),
                end.thoughtLength(),
                end.closeForced(),
                forced(),
                end.reason(),
                Optional.empty(),
                request.sampling());
    }

    List<List<Alternative>> alternatives() {
        return Stream.concat(
                        Stream.generate(List::<Alternative>of).limit(start.length()),
                        events.stream().map(TokenEvent::alternatives))
                .toList();
    }

    private int[] tokens() {
        return IntStream.concat(IntStream.of(start.tokens()), events.stream().mapToInt(TokenEvent::token))
                .toArray();
    }

    private float[] logProbs() {
        float[] values = Arrays.copyOf(start.logProbs(), length());
        for (int t = 0; t < events.size(); t++) {
            values[start.length() + t] = events.get(t).logProb();
        }
        return values;
    }

    private float[] rawLogProbs() {
        float[] values = Arrays.copyOf(start.rawLogProbs(), length());
        for (int t = 0; t < events.size(); t++) {
            values[start.length() + t] = events.get(t).rawLogProb();
        }
        return values;
    }

    private int[] forced() {
        IntStream later = events.stream().filter(TokenEvent::forced).mapToInt(TokenEvent::position);
        return IntStream.concat(IntStream.of(start.forced()), later).toArray();
    }
}
