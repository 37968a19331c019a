package zeroone.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Bridge;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Constraint;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.Priority;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.SoftClose;
import zeroone.text.generation.StopConditions;
import zeroone.text.generation.ThinkingBudget;

/** What people may ask of an engine on a {@link HashRunner}, and do to what they asked for. */
record SimulatedRequests(RandomGenerator random) {
    static final ReservedTokens RESERVED = new ReservedTokens(10, 11, 12, 13);
    static final Vocabulary VOCABULARY = new Vocabulary(HashRunner.VOCABULARY, RESERVED, Optional.of(new Letters()));

    /** Every token that is not reserved is a letter. */
    private record Letters() implements Tokenizer {
        @Override
        public int[] encode(String text) {
            return text.chars().map(letter -> letter - 'a').toArray();
        }

        @Override
        public String decode(int[] ids) {
            return Arrays.stream(ids)
                    .filter(id -> id < RESERVED.beginThought())
                    .mapToObj(id -> String.valueOf((char) ('a' + id)))
                    .collect(Collectors.joining());
        }

        @Override
        public int vocabularySize() {
            return HashRunner.VOCABULARY;
        }

        @Override
        public ReservedTokens reserved() {
            return RESERVED;
        }
    }

    /** Letters in alphabetical order, and the end where there were so many. */
    private record Ascending(int letters) implements Constraint {
        @Override
        public State start() {
            return new State() {
                private int least;
                private int left = letters;

                @Override
                public BitSet allowed() {
                    BitSet allowed = new BitSet();
                    if (left > 0) {
                        allowed.set(Math.min(least, 8), 9);
                    } else {
                        allowed.set(RESERVED.endOfTurn());
                    }
                    return allowed;
                }

                @Override
                public void accept(int token) {
                    if (token < least) {
                        throw new IllegalStateException(token + " after " + least);
                    }
                    least = token;
                    left--;
                }
            };
        }
    }

    private boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    int[] prompt() {
        int[] prompt = new int[1 + random.nextInt(once(3) ? 26 : 8)];
        Arrays.setAll(prompt, i -> i < 6 ? i % 3 : random.nextInt(4)); // many begin alike
        if (once(12)) {
            prompt[random.nextInt(prompt.length)] = HashRunner.POISON;
        }
        return prompt;
    }

    GenerationRequest request() {
        ThinkingBudget budget = new ThinkingBudget(random.nextInt(13), 1 + random.nextInt(6));
        if (once(3)) {
            budget = budget.withBridge(new Bridge(List.of(5, 6), List.of(7)));
        }
        if (once(4)) {
            budget = budget.withSoftClose(new SoftClose(random.nextInt(8), 1 + random.nextInt(3)));
        }
        if (once(4)) {
            budget = budget.withMinimum(
                    random.nextBoolean()
                            ? new MinimumThought(random.nextInt(budget.thought() + 1), 0, List.of())
                            : new MinimumThought(0, 1 + random.nextInt(2), List.of(8, 8)));
        }
        SamplingParameters sampling = List.of(
                        SamplingParameters.PLAIN,
                        SamplingParameters.GREEDY,
                        new SamplingParameters(0.7, 3, 0.9),
                        SamplingParameters.PLAIN.withMinP(0.1),
                        SamplingParameters.PLAIN.withPenalties(1.3, 0.5, 0.2),
                        SamplingParameters.PLAIN.withLogitBias(Map.of(3, -100f, 4, 1f)))
                .get(random.nextInt(6));
        DecodingOptions options = new DecodingOptions(
                stop(),
                once(3) ? 2 : 0,
                once(4) ? Optional.of(new Ascending(random.nextInt(5))) : Optional.empty(),
                random.nextBoolean() ? Priority.INTERACTIVE : Priority.BATCH,
                random.nextBoolean() ? "one" : "other");
        GenerationRequest request = new GenerationRequest(
                        prompt(), sampling, budget, 1 + random.nextInt(5), CounterRandom.of(random.nextLong()))
                .with(options);
        return once(6) ? resumed(request) : request;
    }

    private StopConditions stop() {
        return switch (random.nextInt(6)) {
            case 0 -> new StopConditions(List.of(), Set.of(2));
            case 1 -> new StopConditions(List.of("ab", "c"), Set.of());
            default -> StopConditions.NONE;
        };
    }

    /** One sample of it, from somewhere within what it says alone. */
    private GenerationRequest resumed(GenerationRequest request) {
        GenerationRequest single = new GenerationRequest(
                request.prompt(),
                request.sampling(),
                request.budget(),
                1,
                request.random(),
                request.options(),
                Resumed.NONE);
        Decoder decoder = new Decoder(single, single.random().split(0), VOCABULARY);
        Completion whole = LoneSample.complete(decoder, new LoneSample.Script(new TreeMap<>()), VOCABULARY)
                .completion();
        int cut = random.nextInt(whole.tokens().length + 1);
        return single.resumedAfter(new Resumed(
                Arrays.copyOf(whole.tokens(), cut),
                Arrays.copyOf(whole.logProbs(), cut),
                Arrays.copyOf(whole.rawLogProbs(), cut),
                IntStream.of(whole.forced()).filter(position -> position < cut).toArray()));
    }

    List<Continuation> continuations() {
        int[] prompt = prompt();
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> new Continuation(
                        once(3) ? prompt() : prompt,
                        random.ints(1 + random.nextInt(8), 0, 9).toArray()))
                .toList();
    }

    /** What a listener does, and others do not do yet. */
    LoneSample.Script script(GenerationRequest request, int depth) {
        TreeMap<Integer, LoneSample.Deed> deeds = new TreeMap<>();
        for (int i = once(4) ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            int position = random.nextInt((int) request.budget().total());
            deeds.put(position, once(6) ? new LoneSample.Deed.Throw() : deed(request, depth));
        }
        return new LoneSample.Script(deeds);
    }

    LoneSample.Deed deed(GenerationRequest request, int depth) {
        return switch (random.nextInt(depth > 2 ? 5 : 7)) {
            case 0 -> new LoneSample.Deed.Cancel();
            case 1 -> new LoneSample.Deed.AnswerNow();
            case 2 -> new LoneSample.Deed.Inject(1, 2, random.nextInt(9));
            case 3 -> new LoneSample.Deed.Inject(8, 8);
            case 4 -> new LoneSample.Deed.Pause();
            default -> new LoneSample.Deed.Fork(random.nextLong(), script(request, depth + 1));
        };
    }
}
