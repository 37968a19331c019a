package zeroone.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;

/** The naive twin of an engine's sample: one sequence by itself, all of it read for every token. */
final class LoneSample {
    /** What somebody does to a sample when it has written a token at a position. */
    sealed interface Deed {
        record Cancel() implements Deed {}

        record AnswerNow() implements Deed {}

        record Inject(int... tokens) implements Deed {}

        record Pause() implements Deed {}

        record Fork(long seed) implements Deed {}

        record Throw() implements Deed {}
    }

    private final Decoder decoder;
    private final TreeMap<Integer, Deed> deeds;
    private final SamplingWorkspace workspace = SamplingWorkspace.of(HashRunner.VOCABULARY);
    private int published;
    final List<Completion> forks = new ArrayList<>();

    LoneSample(Decoder decoder, TreeMap<Integer, Deed> deeds) {
        this.decoder = decoder;
        this.deeds = deeds;
    }

    Completion complete(Vocabulary vocabulary) {
        published = decoder.request().resumed().length();
        while (!decoder.finished()) {
            float[] scores = new float[HashRunner.VOCABULARY];
            int[] tokens = IntStream.concat(
                            IntStream.of(decoder.request().prompt()),
                            IntStream.of(decoder.written().tokens()))
                    .toArray();
            HashRunner.scores(tokens, scores, 0);
            try {
                decoder.advance(scores, 0, workspace);
            } catch (RuntimeException failure) {
                decoder.fail(String.valueOf(failure.getMessage()));
            }
            int from = publish();
            boolean ended = decoder.finished();
            for (Deed deed : deeds.subMap(from, published).values()) {
                act(deed, vocabulary);
            }
            if (decoder.finished() && !ended) {
                for (Deed deed : deeds.subMap(publish(), published).values()) {
                    act(deed, vocabulary);
                }
            }
        }
        return decoder.completion();
    }

    /** Tells what was written since the last time; returns from where on. */
    private int publish() {
        int from = published;
        published = decoder.written().length();
        for (var deed : deeds.subMap(from, published).entrySet()) {
            if (deed.getValue() instanceof Deed.Throw) {
                decoder.fail("java.lang.IllegalStateException: thrown at " + deed.getKey());
                published = deed.getKey() + 1; // nothing is told after that
                break;
            }
        }
        return from;
    }

    private void act(Deed deed, Vocabulary vocabulary) {
        switch (deed) {
            case Deed.Fork(long seed) -> forks.add(fork(seed, vocabulary));
            case Deed.Cancel _ -> decoder.cancel();
            case Deed.AnswerNow _ -> decoder.answerNow();
            case Deed.Inject(int[] more) -> decoder.inject(more);
            case Deed.Pause _, Deed.Throw _ -> {}
        }
    }

    private Completion fork(long seed, Vocabulary vocabulary) {
        Decoder fork = new Decoder(decoder.request(), CounterRandom.of(seed), vocabulary);
        if (decoder.finished()) {
            fork.fail("the sample to branch from had ended");
        } else {
            fork.branch(decoder);
        }
        LoneSample lone = new LoneSample(fork, new TreeMap<>());
        return lone.complete(vocabulary);
    }
}
