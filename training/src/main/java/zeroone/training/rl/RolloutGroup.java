package zeroone.training.rl;

import java.util.List;
import zeroone.tasks.Problem;

/** The samples for one problem. */
public record RolloutGroup(Problem problem, List<Rollout> rollouts) {
    public RolloutGroup {
        rollouts = List.copyOf(rollouts);
    }

    List<Rollout> teaching() {
        return rollouts.stream().filter(Rollout::teaches).toList();
    }

    /** Right and wrong among the samples that teach: only then is one better than another. */
    boolean mixed() {
        List<Rollout> teaching = teaching();
        return teaching.stream()
                .anyMatch(rollout -> rollout.reward() != teaching.getFirst().reward());
    }

    boolean allRight() {
        return rollouts.stream().allMatch(rollout -> rollout.grade().isCorrect());
    }
}
