package zeroone.cli.evaluate;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import zeroone.cli.model.ReasoningModel;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.Attempt;
import zeroone.evaluation.scaling.SweepResult;
import zeroone.evaluation.scaling.SweepSettings;
import zeroone.evaluation.scaling.TestTimeSweep;
import zeroone.search.MajorityVote;
import zeroone.tasks.Grader;
import zeroone.tasks.Problem;
import zeroone.tasks.Verifier;
import zeroone.tasks.catalog.ProblemFile;
import zeroone.tasks.catalog.Tasks;
import zeroone.text.generation.Generator;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/** One model on one list of problems, at any thinking budget; every budget gets the same luck. */
public final class Evaluation {
    private final ReasoningModel model;
    private final Generator generator;
    private final List<Problem> problems;
    private final IdentityHashMap<Problem, Verifier> verifiers = new IdentityHashMap<>();
    private final Grader grader = new Grader(Duration.ofSeconds(10));
    private final int answerTokens;
    private final int longestThought;
    private final int samples;
    private final long seed;

    /**
     * @param answerTokens the most tokens of an answer; 64, or an eighth of a small context, if empty
     * @throws IllegalArgumentException if a problem does not fit into the context
     */
    public Evaluation(
            ReasoningModel model,
            Generator generator,
            List<ProblemFile.Entry> entries,
            Optional<Integer> answerTokens,
            int samples,
            long seed) {
        this.model = model;
        this.generator = generator;
        this.problems = entries.stream().map(ProblemFile.Entry::problem).toList();
        entries.forEach(entry -> verifiers.put(entry.problem(), entry.verifier()));
        this.answerTokens = answerTokens.orElse(Math.clamp(generator.contextLength() / 8, 1, 64));
        this.samples = samples;
        this.seed = seed;
        int longestPrompt = problems.stream()
                .mapToInt(problem -> model.prompt(problem.prompt()).length)
                .max()
                .orElseThrow();
        this.longestThought = generator.contextLength() - longestPrompt - 1 - this.answerTokens;
        if (longestThought < 0) {
            throw new IllegalArgumentException("the longest problem has " + longestPrompt
                    + " tokens and an answer may have " + this.answerTokens + ", which the context of "
                    + generator.contextLength() + " tokens cannot hold");
        }
    }

    /** The largest thinking budget that the context allows for every problem. */
    public int longestThought() {
        return longestThought;
    }

    /**
     * Measures under one budget.
     *
     * @throws IllegalArgumentException if the budget is negative or larger than {@link #longestThought}
     */
    public BudgetResult at(int thoughtTokens) {
        if (thoughtTokens < 0 || thoughtTokens > longestThought) {
            throw new IllegalArgumentException("a thinking budget must be from 0 to " + longestThought
                    + " tokens, which is what the longest problem and an answer of " + answerTokens
                    + " tokens leave of the context of " + generator.contextLength() + ": " + thoughtTokens);
        }
        ThinkingBudget budget = new ThinkingBudget(thoughtTokens, answerTokens);
        SweepSettings settings = new SweepSettings(
                budget,
                List.of(),
                samples,
                SweepSettings.doubling(budget, samples, seed).ks(),
                1,
                SamplingParameters.PLAIN,
                seed);
        SweepResult result = new TestTimeSweep(
                        settings,
                        problem -> model.prompt(problem.prompt()),
                        model.tokenizer()::decode,
                        (problem, answer) ->
                                grader.grade(Objects.requireNonNull(verifiers.get(problem)), problem, answer),
                        MajorityVote.BY_TEXT,
                        model.flops())
                .run(model.directory().toString(), generator, problems, point -> {});
        return new BudgetResult(thoughtTokens, result.points(), behaviour(result.natural()), result.naturalCounts());
    }

    private static Optional<BehaviourSummary> behaviour(List<Attempt> attempts) {
        List<Attempt> known = attempts.stream()
                .filter(attempt -> Tasks.names().contains(attempt.problem().task()))
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(BehaviourSummary.of(
                        known.stream()
                                .map(attempt -> Tasks.named(attempt.problem().task())
                                        .thoughts()
                                        .read(attempt.problem(), attempt.thought()))
                                .toList(),
                        known.stream().mapToLong(Attempt::thoughtTokens).sum()));
    }
}
