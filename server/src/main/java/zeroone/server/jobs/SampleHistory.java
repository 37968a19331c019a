package zeroone.server.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.TokenEvent;

/** The tokens of one sample so far: what it is resumed from, or what it was. */
final class SampleHistory {
    private final List<TokenEvent> events = new ArrayList<>();

    void add(TokenEvent event) {
        if (event.position() != events.size()) {
            throw new IllegalStateException("the log has a gap: token " + event.position() + " of a sample follows "
                    + events.size() + " others");
        }
        events.add(event);
    }

    int length() {
        return events.size();
    }

    Resumed resumed() {
        return new Resumed(tokens(), logProbs(), rawLogProbs(), forced());
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
        return events.stream().map(TokenEvent::alternatives).toList();
    }

    private int[] tokens() {
        return events.stream().mapToInt(TokenEvent::token).toArray();
    }

    private float[] logProbs() {
        float[] values = new float[events.size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = events.get(t).logProb();
        }
        return values;
    }

    private float[] rawLogProbs() {
        float[] values = new float[events.size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = events.get(t).rawLogProb();
        }
        return values;
    }

    private int[] forced() {
        return IntStream.range(0, events.size())
                .filter(t -> events.get(t).forced())
                .toArray();
    }
}
