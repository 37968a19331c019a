package zeroone.training.rl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static zeroone.training.rl.Samples.FAILED;
import static zeroone.training.rl.Samples.PROBLEM;
import static zeroone.training.rl.Samples.RIGHT;
import static zeroone.training.rl.Samples.WRONG;
import static zeroone.training.rl.Samples.forced;
import static zeroone.training.rl.Samples.rollout;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.model.CausalLm;
import zeroone.tasks.Grade;
import zeroone.tensor.AdamW;
import zeroone.tensor.DType;
import zeroone.tensor.Gradients;
import zeroone.tensor.TensorScope;
import zeroone.text.generation.FinishReason;
import zeroone.training.GradientWorkers;
import zeroone.training.Letters;
import zeroone.training.TokenScores;
import zeroone.training.TokenSequence;

class PolicyUpdateTest {
    private static final Rollout GOOD = rollout(RIGHT, FinishReason.STOP, 1, 2);
    private static final Rollout BAD = rollout(WRONG, FinishReason.STOP, 3, 3, 0);

    /** What an update did: what it gathered, the norm and the gradient (as the mean of one step), and how likely a sample has become. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Effect(
            PolicyUpdate.Gathered gathered,
            double norm,
            float[][] gradient,
            float[][] weights,
            double good,
            double bad) {}

    private static Effect update(int microBatchTokens, RolloutGroup... groups) {
        AdamW.Config plain = new AdamW.Config(0.9, 0.99, 1e-8, 0, 1e9);
        try (CausalLm model = Letters.model(DType.FLOAT32, 3, 0.3);
                GradientWorkers workers = new GradientWorkers(model, 2);
                AdamW optimizer = new AdamW(model.parameters(), plain);
                TensorScope _ = new TensorScope();
                Gradients _ = Gradients.on()) {
            PolicyUpdate update = new PolicyUpdate(
                    workers,
                    optimizer,
                    Samples.Settings.DEFAULTS.micro(microBatchTokens).config(100));
            PolicyUpdate.Gathered gathered = update.gather(List.of(groups));
            double norm = update.step(0.01);
            float[][] gradient = new float[model.parameters().size()][];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = optimizer.mean(i).toFloats();
                for (int j = 0; j < gradient[i].length; j++) {
                    gradient[i][j] *= 10; // 1 / (1 - beta1)
                }
            }
            return new Effect(
                    gathered, norm, gradient, Letters.weights(model), logProb(model, GOOD), logProb(model, BAD));
        }
    }

    private static double logProb(CausalLm model, Rollout rollout) {
        return TokenScores.logProbs(model, List.of(sequence(rollout)), 1).sum().item();
    }

    private static TokenSequence sequence(Rollout rollout) {
        return TokenSequence.completion(
                rollout.completion().prompt(), rollout.completion().tokens());
    }

    private static RolloutGroup group(Rollout... rollouts) {
        return new RolloutGroup(PROBLEM, List.of(rollouts));
    }

    @Test
    void the_better_gain_on_the_worse() {
        try (CausalLm before = Letters.model(DType.FLOAT32, 3, 0.3);
                TensorScope _ = new TensorScope()) {
            Effect effect = update(1000, group(GOOD, BAD, BAD));
            assertThat(effect.good - effect.bad).isGreaterThan(logProb(before, GOOD) - logProb(before, BAD) + 0.1);
            Effect turned = update(1000, group(swapped(GOOD, WRONG), swapped(BAD, RIGHT)));
            assertThat(turned.good - turned.bad).isLessThan(logProb(before, GOOD) - logProb(before, BAD) - 0.1);
        }
    }

    private static Rollout swapped(Rollout rollout, Grade grade) {
        return new Rollout(rollout.completion(), rollout.thought(), rollout.answer(), grade, rollout.behaviour());
    }

    @Test
    void the_gradient_does_not_depend_on_the_split_into_micro_batches() {
        RolloutGroup one = group(GOOD, BAD, rollout(WRONG, FinishReason.STOP, 2, 2, 2, 2, 2, 2), GOOD);
        RolloutGroup two = group(BAD, rollout(RIGHT, FinishReason.STOP, 0));
        Effect whole = update(100_000, one, two);
        for (int microBatchTokens : new int[] {1, 15, 30}) {
            Effect split = update(microBatchTokens, one, two);
            for (int p = 0; p < whole.gradient.length; p++) {
                assertThat(split.gradient[p]).containsExactly(whole.gradient[p], within(1e-5f));
            }
            assertThat(split.norm).isCloseTo(whole.norm, within(1e-5));
            assertThat(split.gathered.difference()).isCloseTo(whole.gathered.difference(), within(1e-3));
            assertThat(split.gathered.maxDifference()).isCloseTo(whole.gathered.maxDifference(), within(1e-5));
        }
        assertThat(whole.norm).isPositive();
    }

    @Test
    void truncated_samples_and_failed_grades_are_as_if_they_had_never_been_drawn() {
        Effect clean = update(1000, group(GOOD, BAD));
        Effect mixed = update(
                1000,
                group(
                        rollout(WRONG, FinishReason.LENGTH, 2, 2),
                        GOOD,
                        rollout(FAILED, FinishReason.STOP, 1),
                        forced(WRONG, 3),
                        BAD,
                        forced(RIGHT, 1, 1)));
        assertThat(mixed.gathered.learnedTokens()).isEqualTo(5 + 6).isEqualTo(clean.gathered.learnedTokens());
        assertThat(mixed.weights).isDeepEqualTo(clean.weights);
    }

    @Test
    void a_token_counts_the_same_in_a_long_group_as_in_a_short_one() {
        RolloutGroup small = group(GOOD, BAD); // 5 and 6 tokens
        Rollout good = rollout(RIGHT, FinishReason.STOP, 1, 2, 3, 0, 1, 2, 3, 0);
        RolloutGroup large = group(good, rollout(WRONG, FinishReason.STOP, 2, 2, 2)); // 11 and 6 tokens
        float[][] both = update(1000, small, large).gradient;
        float[][] one = update(1000, small).gradient;
        float[][] two = update(1000, large).gradient;
        for (int p = 0; p < both.length; p++) {
            for (int i = 0; i < both[p].length; i++) {
                assertThat(both[p][i]).isCloseTo((11 * one[p][i] + 17 * two[p][i]) / 28, within(1e-5f));
            }
        }
    }

    @Test
    void the_difference_from_the_sampler_is_measured_in_full() {
        Effect effect = update(1000, group(GOOD, BAD));
        try (CausalLm before = Letters.model(DType.FLOAT32, 3, 0.3);
                TensorScope _ = new TensorScope()) {
            float[] now = TokenScores.logProbs(before, List.of(sequence(GOOD), sequence(BAD)), 1)
                    .toFloats();
            double sum = 0;
            double max = 0;
            for (float logProb : now) {
                sum += Math.abs(logProb + 2);
                max = Math.max(max, Math.abs(logProb + 2));
            }
            assertThat(effect.gathered.difference()).isCloseTo(sum, within(1e-4));
            assertThat(effect.gathered.maxDifference()).isCloseTo(max, within(1e-5));
        }
    }

    @Test
    void a_group_has_a_signal_when_samples_that_teach_differ() {
        Rollout cut = rollout(RIGHT, FinishReason.LENGTH, 1);
        assertThat(group(GOOD, BAD).mixed()).isTrue();
        assertThat(group(GOOD, GOOD).mixed()).isFalse();
        assertThat(group(BAD, cut).mixed()).as("the only right one was cut off").isFalse();
        assertThat(group(GOOD, rollout(FAILED, FinishReason.STOP, 1)).mixed()).isFalse();
        assertThat(group(forced(WRONG, 1), GOOD).mixed()).isFalse();
        assertThat(group(cut).mixed()).as("none teaches").isFalse();
        assertThat(group(GOOD, cut).allRight()).isTrue();
        assertThat(group(GOOD, BAD).allRight()).isFalse();
        assertThat(Arrays.asList(
                        GOOD.reward(),
                        BAD.reward(),
                        rollout(FAILED, FinishReason.STOP).reward()))
                .containsExactly(1.0, 0.0, 0.0);
    }
}
