package zeroone.training.rl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import zeroone.model.CausalLm;
import zeroone.tasks.Grade;
import zeroone.tasks.Grader;
import zeroone.tasks.Task;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tensor.AdamW;
import zeroone.tensor.LearningRate;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Generator;
import zeroone.text.template.PromptEncoder;
import zeroone.training.GradientWorkers;

/**
 * Reinforcement learning with a verifiable reward: sample several thoughts for each problem, let the verifier say which
 * answers are right, make those likelier. Nothing tells the model how to think.
 *
 * <p>Group-relative policy optimisation in the form of Dr. GRPO and DAPO: no division by the standard deviation, loss
 * averaged over tokens, asymmetric clipping, no KL term, groups without signal dropped and refilled, truncated samples
 * left out of the loss.
 */
public final class ReinforcementLearning implements AutoCloseable {
    /** Where a run stands; with the weights and the optimiser state, all that a run needs to go on. */
    public record Progress(int step, long nextProblem, long totalTokens, double totalFlops) {
        public static final Progress START = new Progress(0, 0, 0, 0);
    }

    /** What a step did and the samples it did it with. */
    public record Step(StepReport report, List<RolloutGroup> groups) {}

    /** One optimiser step. */
    private record Outcome(PolicyUpdate.Gathered gathered, double gradientNorm) {
        long learnedTokens() {
            return gathered.learnedTokens();
        }
    }

    private final CausalLm model;
    private final GradientWorkers workers;
    private final AdamW optimizer;
    private final Rollouts rollouts;
    private final PolicyUpdate update;
    private final LearningRate learningRate;
    private final ReinforcementLearningConfig config;
    private Progress progress = Progress.START;

    /**
     * @param workers micro-batches that are worked on at the same time, one core each
     */
    public ReinforcementLearning(
            CausalLm model,
            Generator generator,
            PromptEncoder prompts,
            Tokenizer tokenizer,
            Task task,
            Grader grader,
            ReinforcementLearningConfig config,
            int workers) {
        this.model = model;
        this.workers = new GradientWorkers(model, workers);
        this.config = config;
        this.optimizer = new AdamW(model.parameters(), config.optimizer());
        this.rollouts = new Rollouts(generator, prompts, tokenizer, task, grader, config);
        this.update = new PolicyUpdate(this.workers, optimizer, config);
        this.learningRate = new LearningRate(
                config.learningRate(), config.warmupSteps(), config.steps(), config.learningRateFloor());
    }

    /** Sample, judge, learn. */
    public Step step() {
        long start = System.nanoTime();
        List<RolloutGroup> groups = sampleGroups();
        long sampled = System.nanoTime();
        double rate = learningRate.at(progress.step());
        List<Outcome> outcomes =
                learn(groups.stream().filter(RolloutGroup::mixed).toList(), rate);
        long learned = System.nanoTime();
        advance(groups, outcomes);
        return new Step(report(groups, outcomes, rate, (sampled - start) / 1e9, (learned - sampled) / 1e9), groups);
    }

    /** Draws problems until enough of their groups have a signal, or the refills are used up. */
    private List<RolloutGroup> sampleGroups() {
        List<RolloutGroup> groups = new ArrayList<>();
        int wanted = config.problems();
        for (int round = 0; round <= config.refills() && wanted > 0; round++) {
            groups.addAll(rollouts.sample(progress.nextProblem() + groups.size(), wanted));
            wanted = config.problems()
                    - (int) groups.stream().filter(RolloutGroup::mixed).count();
        }
        return groups;
    }

    private List<Outcome> learn(List<RolloutGroup> mixed, double rate) {
        List<Outcome> outcomes = new ArrayList<>();
        int parts = Math.min(config.optimizerSteps(), mixed.size());
        for (int part = 0; part < parts; part++) {
            List<RolloutGroup> share = mixed.subList(mixed.size() * part / parts, mixed.size() * (part + 1) / parts);
            PolicyUpdate.Gathered gathered = update.gather(share);
            if (part == 0) {
                checkAgreement(gathered);
            }
            outcomes.add(new Outcome(gathered, update.step(rate)));
        }
        return outcomes;
    }

    /** Sampler and trainer are one model: a difference beyond rounding means that something is broken. */
    private void checkAgreement(PolicyUpdate.Gathered first) {
        double mean = first.meanDifference();
        if (!(mean <= config.maxLogProbDifference())) {
            throw new IllegalStateException("sampler and trainer disagree: mean |difference of log p| is " + mean
                    + " a token at step " + (progress.step() + 1) + ", the limit is " + config.maxLogProbDifference()
                    + "; raise max_log_prob_difference only if the precision explains it");
        }
    }

    private void advance(List<RolloutGroup> groups, List<Outcome> outcomes) {
        long generated = generated(groups);
        double weights = model.productParameterCount();
        progress = new Progress(
                progress.step() + 1,
                progress.nextProblem() + groups.size(),
                progress.totalTokens() + generated,
                progress.totalFlops() + 2 * weights * generated + 6 * weights * learned(outcomes));
    }

    private StepReport report(
            List<RolloutGroup> groups,
            List<Outcome> outcomes,
            double rate,
            double rolloutSeconds,
            double trainingSeconds) {
        List<Rollout> all = groups.stream().flatMap(g -> g.rollouts().stream()).toList();
        List<Rollout> judged =
                all.stream().filter(r -> r.grade() instanceof Grade.Judged).toList();
        ThoughtBehaviour behaviour =
                judged.stream().map(Rollout::behaviour).reduce(ThoughtBehaviour.NONE, ThoughtBehaviour::plus);
        int mixed = (int) groups.stream().filter(RolloutGroup::mixed).count();
        int allRight =
                (int) groups.stream().filter(g -> !g.mixed() && g.allRight()).count();
        return new StepReport(
                progress.step(),
                mean(judged, Rollout::reward),
                mixed,
                allRight,
                groups.size() - mixed - allRight,
                all.size() - judged.size(),
                (int) all.stream().filter(r -> r.completion().truncated()).count(),
                mean(judged, r -> r.completion().thoughtLength()),
                share(behaviour.backtracks(), judged.size()),
                share(behaviour.checks(), judged.size()),
                share(behaviour.correctChecks(), behaviour.checks()),
                share(behaviour.acceptedRight(), behaviour.acceptedRight() + behaviour.acceptedWrong()),
                entropy(all),
                share(
                        outcomes.isEmpty() ? 0 : outcomes.getFirst().gathered().difference(),
                        outcomes.isEmpty() ? 0 : outcomes.getFirst().learnedTokens()),
                outcomes.isEmpty() ? 0 : outcomes.getFirst().gathered().maxDifference(),
                outcomes.isEmpty() ? 0 : outcomes.getLast().gradientNorm(),
                rate,
                (int) outcomes.stream()
                        .filter(o -> !Double.isFinite(o.gradientNorm()))
                        .count(),
                generated(groups),
                learned(outcomes),
                progress.totalTokens(),
                progress.totalFlops(),
                rolloutSeconds,
                trainingSeconds);
    }

    private static double entropy(List<Rollout> rollouts) {
        double sum = 0;
        long count = 0;
        for (Rollout rollout : rollouts) {
            for (int i = 0; i < rollout.completion().tokens().length; i++) {
                if (rollout.completion().sampled(i)) {
                    sum -= rollout.completion().logProbs()[i];
                    count++;
                }
            }
        }
        return share(sum, count);
    }

    private static double mean(List<Rollout> rollouts, ToDoubleFunction<Rollout> value) {
        return rollouts.stream().mapToDouble(value).average().orElse(0);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private static long generated(List<RolloutGroup> groups) {
        return groups.stream()
                .flatMap(g -> g.rollouts().stream())
                .mapToLong(r -> r.completion().tokens().length)
                .sum();
    }

    private static long learned(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(Outcome::learnedTokens).sum();
    }

    public Progress progress() {
        return progress;
    }

    public AdamW optimizer() {
        return optimizer;
    }

    /** Continues from a checkpoint; weights and optimiser state must have been restored. */
    public void resume(Progress saved) {
        progress = saved;
    }

    @Override
    public void close() {
        workers.close();
        optimizer.close();
    }
}
