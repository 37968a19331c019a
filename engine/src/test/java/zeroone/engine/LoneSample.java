package zeroone.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;

/** The naive twin of an engine's sample: one sequence by itself, all of it read for every token. */
final class LoneSample {
    /** What somebody does to a sample. */
    sealed interface Deed {
        record Cancel() implements Deed {}

        record AnswerNow() implements Deed {}

        record Inject(int... tokens) implements Deed {}

        record Pause() implements Deed {}

        /** @param script what is done to the fork */
        record Fork(long seed, Script script) implements Deed {}

        record Throw() implements Deed {}
    }

    /** A deed between two steps, after so many tokens were heard. */
    record Timed(int heard, Deed deed) {
        static final int AFTER_THE_END = Integer.MAX_VALUE;
    }

    /**
     * All that is done to one sample.
     *
     * @param atPositions by a listener when it hears the token there
     * @param between by others, between two steps, in order
     */
    record Script(TreeMap<Integer, Deed> atPositions, List<Timed> between) {
        Script(TreeMap<Integer, Deed> atPositions) {
            this(atPositions, new ArrayList<>());
        }
    }

    private final Decoder decoder;
    private final Script script;
    private final Vocabulary vocabulary;
    private final Map<Deed.Fork, Completion> forks; // of its forks, too
    private final SamplingWorkspace workspace = SamplingWorkspace.of(HashRunner.VOCABULARY);
    private final int start;
    private int published;
    private int done; // of the deeds between steps
    private boolean thrown;

    /** @param decoder begun */
    private LoneSample(
            Decoder decoder, int start, Script script, Vocabulary vocabulary, Map<Deed.Fork, Completion> forks) {
        this.decoder = decoder;
        this.start = start;
        this.published = start;
        this.script = script;
        this.vocabulary = vocabulary;
        this.forks = forks;
    }

    /** What came of a sample and of everything that branched from it. */
    record Result(Completion completion, Map<Deed.Fork, Completion> forks) {}

    /** @param decoder not begun */
    static Result complete(Decoder decoder, Script script, Vocabulary vocabulary) {
        Map<Deed.Fork, Completion> forks = new IdentityHashMap<>();
        try {
            decoder.begin();
        } catch (RuntimeException failure) {
            decoder.fail(SequenceException.tell(failure));
        }
        int start = decoder.request().resumed().length();
        return new Result(new LoneSample(decoder, start, script, vocabulary, forks).complete(), forks);
    }

    private Completion complete() {
        betweenSteps();
        while (!decoder.finished()) {
            advance();
            int from = publish();
            script.atPositions().subMap(from, published).values().forEach(this::act);
            betweenSteps();
        }
        int from = publish(); // what was written by the deed that ended it
        script.atPositions().subMap(from, published).values().forEach(this::act);
        betweenSteps();
        while (done < script.between().size()) {
            act(script.between().get(done++).deed());
        }
        return decoder.completion();
    }

    private void advance() {
        float[] scores = new float[HashRunner.VOCABULARY];
        int[] tokens = IntStream.concat(
                        IntStream.of(decoder.request().prompt()),
                        IntStream.of(decoder.written().tokens()))
                .toArray();
        HashRunner.scores(tokens, scores, 0);
        try {
            decoder.advance(scores, 0, workspace);
        } catch (RuntimeException failure) {
            decoder.fail(SequenceException.tell(failure));
        }
    }

    private void betweenSteps() {
        while (done < script.between().size() && script.between().get(done).heard() == published - start) {
            act(script.between().get(done++).deed());
        }
    }

    /** Tells what was written since the last time; returns from where on. */
    private int publish() {
        int from = published;
        if (thrown) {
            return from; // nothing is told after that
        }
        published = decoder.written().length();
        for (var deed : script.atPositions().subMap(from, published).entrySet()) {
            if (deed.getValue() instanceof Deed.Throw) {
                decoder.fail("java.lang.IllegalStateException: thrown at " + deed.getKey());
                published = deed.getKey() + 1;
                thrown = true;
                break;
            }
        }
        return from;
    }

    private void act(Deed deed) {
        try {
            switch (deed) {
                case Deed.Fork fork -> forks.put(fork, branch(fork));
                case Deed.Cancel _ -> decoder.cancel();
                case Deed.AnswerNow _ -> decoder.answerNow();
                case Deed.Inject(int[] more) -> decoder.inject(more);
                case Deed.Pause _, Deed.Throw _ -> {}
            }
        } catch (RuntimeException failure) {
            decoder.fail(SequenceException.tell(failure));
        }
    }

    private Completion branch(Deed.Fork deed) {
        Decoder fork = new Decoder(decoder.request(), CounterRandom.of(deed.seed()), vocabulary);
        int length = 0;
        if (decoder.finished()) {
            fork.fail("the sample to branch from had ended");
        } else {
            fork.branch(decoder);
            length = decoder.written().length();
        }
        return new LoneSample(fork, length, deed.script(), vocabulary, forks).complete();
    }
}
