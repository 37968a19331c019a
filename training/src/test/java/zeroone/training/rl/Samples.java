package zeroone.training.rl;

import java.util.Arrays;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.tasks.Grade;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.Verdict;
import zeroone.tensor.AdamW;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.SamplingParameters;

/** Rollouts and settings made by hand. */
final class Samples {
    static final Problem PROBLEM = new Problem("letters", "1", "abc", JsonNodeFactory.instance.objectNode());
    static final Grade RIGHT = new Grade.Judged(Verdict.CORRECT);
    static final Grade WRONG = new Grade.Judged(Verdict.incorrect("no"));
    static final Grade FAILED = new Grade.Failed("the verifier broke");

    private Samples() {}

    /** Thought "a", then the answer; every token was sampled with the same log-probability. */
    static Rollout rollout(Grade grade, FinishReason reason, int... answer) {
        int[] tokens = new int[answer.length + 2 + (reason == FinishReason.STOP ? 1 : 0)];
        tokens[1] = 5;
        System.arraycopy(answer, 0, tokens, 2, answer.length);
        if (reason == FinishReason.STOP) {
            tokens[tokens.length - 1] = 6;
        }
        float[] logProbs = new float[tokens.length];
        Arrays.fill(logProbs, -2);
        Completion completion =
                new Completion(new int[] {0, 1, 2, 4}, tokens, logProbs, 1, false, reason, SamplingParameters.PLAIN);
        return new Rollout(completion, "a", "", grade, ThoughtBehaviour.NONE);
    }

    /** The same with the thought closed by force. */
    static Rollout forced(Grade grade, int... answer) {
        Completion c = rollout(grade, FinishReason.STOP, answer).completion();
        Completion closed =
                new Completion(c.prompt(), c.tokens(), c.logProbs(), 1, true, c.finishReason(), c.sampling());
        return new Rollout(closed, "a", "", grade, ThoughtBehaviour.NONE);
    }

    /** What the tests vary of a configuration. */
    record Settings(
            int steps,
            int problems,
            int samples,
            int refills,
            double temperature,
            int updates,
            double rate,
            int micro) {
        static final Settings DEFAULTS = new Settings(8, 4, 6, 1, 1, 1, 0.01, 256);

        Settings steps(int value) {
            return new Settings(value, problems, samples, refills, temperature, updates, rate, micro);
        }

        Settings groups(int newProblems, int newSamples, int newRefills) {
            return new Settings(steps, newProblems, newSamples, newRefills, temperature, updates, rate, micro);
        }

        Settings temperature(double value) {
            return new Settings(steps, problems, samples, refills, value, updates, rate, micro);
        }

        Settings updates(int value) {
            return new Settings(steps, problems, samples, refills, temperature, value, rate, micro);
        }

        Settings rate(double value) {
            return new Settings(steps, problems, samples, refills, temperature, updates, value, micro);
        }

        Settings micro(int value) {
            return new Settings(steps, problems, samples, refills, temperature, updates, rate, value);
        }

        ReinforcementLearningConfig config(double maxLogProbDifference) {
            return new ReinforcementLearningConfig(
                    steps,
                    problems,
                    samples,
                    refills,
                    8,
                    8,
                    temperature,
                    updates,
                    rate,
                    2,
                    0.5,
                    new ClippedPolicyLoss(0.2, 0.28),
                    new AdamW.Config(0.9, 0.99, 1e-8, 0, 1),
                    micro,
                    maxLogProbDifference,
                    5,
                    8,
                    5,
                    11);
        }
    }
}
