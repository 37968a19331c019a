package zeroone.evaluation.scaling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import zeroone.search.MajorityVote;
import zeroone.tasks.Grade;
import zeroone.tasks.Problem;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;
import zeroone.text.generation.ThinkingBudget;

/**
 * Measures accuracy against test-time compute, in two directions that are never mixed: thinking longer (natural length and
 * forced budgets) and sampling more (majority vote and pass@k from one pool).
 *
 * <p>Every sample draws from a stream of its own that depends on seed, problem and sample only. So a thought under a budget
 * is a prefix of the natural one, the points of a curve are compared on the same luck, and a thought that ended by itself
 * within a budget is not generated again.
 *
 * @param prompt token ids of a problem, ending with the begin-of-thought token
 * @param decode text of token ids, for thoughts and answers
 * @param grader judges an answer; returns {@link Grade.Failed} where it cannot
 * @param vote decides which answers are the same
 */
public record TestTimeSweep(
        SweepSettings settings,
        Function<Problem, int[]> prompt,
        Function<int[], String> decode,
        BiFunction<Problem, String, Grade> grader,
        MajorityVote vote,
        InferenceFlops flops) {
    public TestTimeSweep {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(decode, "decode");
        Objects.requireNonNull(grader, "grader");
        Objects.requireNonNull(vote, "vote");
        Objects.requireNonNull(flops, "flops");
    }

    /**
     * Measures one model.
     *
     * @param measured told of every point as soon as it is there
     */
    public SweepResult run(
            String model, Generator generator, List<Problem> problems, Consumer<? super CurvePoint> measured) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs at least one problem");
        }
        List<CurvePoint> points = new ArrayList<>();
        Consumer<Optional<CurvePoint>> add = point -> point.ifPresent(p -> {
            points.add(p);
            measured.accept(p);
        });

        int longest = settings.longest().thought();
        List<List<Attempt>> natural = attempts(generator, problems, longest, settings.samples());
        Pools pool = new Pools(model, flops, natural);
        add.accept(pool.single(Strategy.NATURAL, longest));
        for (int k : settings.ks()) {
            add.accept(pool.majority(k, vote));
            add.accept(pool.passAt(k));
        }

        AttemptCounts forcedCounts = AttemptCounts.NONE;
        for (int budget : settings.budgets()) {
            Map<Integer, List<Attempt>> again = cut(generator, problems, natural, budget);
            List<List<Attempt>> forced = new ArrayList<>();
            for (int i = 0; i < problems.size(); i++) {
                forced.add(again.getOrDefault(i, natural.get(i).subList(0, settings.forcedSamples())));
            }
            add.accept(new Pools(model, flops, forced).single(Strategy.FORCED_BUDGET, budget));
            forcedCounts = forcedCounts.plus(AttemptCounts.of(flat(again.values())));
        }
        List<Attempt> all = flat(natural);
        return new SweepResult(points, all, AttemptCounts.of(all), forcedCounts);
    }

    /** New attempts at the problems, by index, whose natural thoughts do not all fit into the budget. */
    private Map<Integer, List<Attempt>> cut(
            Generator generator, List<Problem> problems, List<List<Attempt>> natural, int budget) {
        if (budget == settings.longest().thought()) {
            return Map.of();
        }
        List<Integer> cut = IntStream.range(0, problems.size())
                .filter(i -> !natural.get(i).subList(0, settings.forcedSamples()).stream()
                        .allMatch(attempt -> attempt.fits(budget)))
                .boxed()
                .toList();
        List<List<Attempt>> attempts =
                attempts(generator, cut.stream().map(problems::get).toList(), budget, settings.forcedSamples());
        Map<Integer, List<Attempt>> again = new HashMap<>();
        for (int i = 0; i < cut.size(); i++) {
            again.put(cut.get(i), attempts.get(i));
        }
        return again;
    }

    private List<List<Attempt>> attempts(Generator generator, List<Problem> problems, int thought, int samples) {
        if (problems.isEmpty()) {
            return List.of();
        }
        ThinkingBudget budget = new ThinkingBudget(thought, settings.longest().answer());
        List<GenerationRequest> requests = problems.stream()
                .map(problem -> new GenerationRequest(
                                prompt.apply(problem), settings.sampling(), budget, samples, random(problem))
                        .with(DecodingOptions.BATCH))
                .toList();
        List<List<Completion>> completions = generator.generate(requests);
        List<List<Attempt>> attempts = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            List<Attempt> pool = new ArrayList<>();
            for (Completion completion : completions.get(i)) {
                pool.add(grade(problems.get(i), pool.size(), completion));
            }
            attempts.add(pool);
        }
        return attempts;
    }

    private CounterRandom random(Problem problem) {
        return CounterRandom.of(settings.seed())
                .split("test-time sweep")
                .split(problem.task())
                .split(problem.id());
    }

    private Attempt grade(Problem problem, int sample, Completion completion) {
        String answer = decode.apply(completion.answer());
        int tokens = completion.tokens().length;
        return new Attempt(
                problem,
                sample,
                decode.apply(completion.thought()),
                answer,
                grader.apply(problem, answer),
                completion.thoughtLength(),
                tokens,
                completion.prompt().length + tokens,
                !completion.closeForced() && completion.thoughtLength() < tokens);
    }

    private static <T> List<T> flat(Iterable<? extends List<T>> lists) {
        List<T> all = new ArrayList<>();
        lists.forEach(all::addAll);
        return all;
    }
}
