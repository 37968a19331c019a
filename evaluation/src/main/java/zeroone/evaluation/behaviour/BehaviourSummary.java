package zeroone.evaluation.behaviour;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import zeroone.tasks.ThoughtBehaviour;

/**
 * Behaviour of many thoughts of one model. Shares without a single case are empty, not zero.
 *
 * @param thoughts number of thoughts read, positive
 * @param tokens tokens of all these thoughts together
 * @param total what was counted in all of them
 */
public record BehaviourSummary(int thoughts, long tokens, ThoughtBehaviour total) {
    public BehaviourSummary {
        Objects.requireNonNull(total, "total");
        if (thoughts < 1) {
            throw new IllegalArgumentException("a summary needs at least one thought: " + thoughts);
        }
        if (tokens < 0) {
            throw new IllegalArgumentException("tokens must not be negative: " + tokens);
        }
    }

    public static BehaviourSummary of(List<ThoughtBehaviour> behaviours, long tokens) {
        return new BehaviourSummary(
                behaviours.size(), tokens, behaviours.stream().reduce(ThoughtBehaviour.NONE, ThoughtBehaviour::plus));
    }

    public double tokensPerThought() {
        return perThought(tokens);
    }

    public double stepsPerThought() {
        return perThought(total.steps());
    }

    public double backtracksPerThought() {
        return perThought(total.backtracks());
    }

    public double checksPerThought() {
        return perThought(total.checks());
    }

    public OptionalDouble backtracksPerThousandTokens() {
        return share(1000.0 * total.backtracks(), tokens);
    }

    public OptionalDouble checksPerThousandTokens() {
        return share(1000.0 * total.checks(), tokens);
    }

    /** Share of steps that are not true. */
    public OptionalDouble falseStepShare() {
        return share(total.falseSteps(), total.steps());
    }

    /** Share of steps that repeat one already taken in the same thought. */
    public OptionalDouble revisitShare() {
        return share(total.revisits(), total.steps());
    }

    /** How often a check says yes of something that is right: 1 for a perfect checker. */
    public OptionalDouble yesWhenRight() {
        return share(total.acceptedRight(), total.acceptedRight() + total.rejectedRight());
    }

    /** How often a check says no of something that is right: what a checker wrongly throws away. */
    public OptionalDouble noWhenRight() {
        return share(total.rejectedRight(), total.acceptedRight() + total.rejectedRight());
    }

    /** How often a check says yes of something that is wrong: 0 for a perfect checker. */
    public OptionalDouble yesWhenWrong() {
        return share(total.acceptedWrong(), total.acceptedWrong() + total.rejectedWrong());
    }

    /** How often a yes is true: what the model's own "yes" is worth. */
    public OptionalDouble precisionOfYes() {
        return share(total.acceptedRight(), total.acceptedRight() + total.acceptedWrong());
    }

    private double perThought(long count) {
        return (double) count / thoughts;
    }

    private static OptionalDouble share(double part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
