package zeroone.evaluation.scaling;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import zeroone.evaluation.statistics.Estimate;
import zeroone.evaluation.statistics.PassAtK;
import zeroone.search.MajorityVote;

/**
 * Turns pools of attempts, one per problem, into points. Attempts that could not be judged leave their pool first, and a
 * problem whose pool is then smaller than k is not in the point for k.
 */
record Pools(String model, InferenceFlops flops, List<List<Attempt>> byProblem) {
    Pools {
        Objects.requireNonNull(model, "model");
        byProblem = byProblem.stream()
                .map(pool -> pool.stream().filter(Attempt::judged).toList())
                .filter(pool -> !pool.isEmpty())
                .toList();
    }

    /** Mean accuracy of single samples. */
    Optional<CurvePoint> single(Strategy strategy, int budget) {
        return point(strategy, budget, 1, Pools::correctShare);
    }

    /** Accuracy of the majority among k, averaged over the disjoint groups of k that a pool holds. */
    Optional<CurvePoint> majority(int k, MajorityVote vote) {
        return point(Strategy.MAJORITY_VOTE, k, k, pool -> {
            int groups = pool.size() / k;
            int won = 0;
            for (int group = 0; group < groups; group++) {
                List<Attempt> voters = pool.subList(group * k, (group + 1) * k);
                var winner = vote.among(voters.stream().map(Attempt::ballot).toList());
                if (winner.isPresent()
                        && voters.get(winner.get().index()).grade().isCorrect()) {
                    won++;
                }
            }
            return (double) won / groups;
        });
    }

    Optional<CurvePoint> passAt(int k) {
        return point(Strategy.PASS_AT_K, k, k, pool -> new PassAtK(pool.size(), correct(pool)).at(k));
    }

    private Optional<CurvePoint> point(Strategy strategy, int budget, int k, ToDoubleFunction<List<Attempt>> share) {
        List<List<Attempt>> pools =
                byProblem.stream().filter(pool -> pool.size() >= k).toList();
        if (pools.isEmpty()) {
            return Optional.empty();
        }
        double groups = pools.stream().mapToInt(pool -> pool.size() / k).sum();
        Estimate estimate =
                Estimate.overProblems(pools.stream().mapToDouble(share).toArray(), groups);
        return Optional.of(new CurvePoint(
                model,
                strategy,
                budget,
                k * mean(pools, Attempt::tokens),
                k * mean(pools, attempt -> flops.forward(attempt.length())),
                estimate.n(),
                estimate.value(),
                estimate.low(),
                estimate.high()));
    }

    private static double mean(List<List<Attempt>> pools, ToDoubleFunction<Attempt> cost) {
        return pools.stream()
                .mapToDouble(pool -> pool.stream().mapToDouble(cost).average().orElseThrow())
                .average()
                .orElseThrow();
    }

    private static double correctShare(List<Attempt> pool) {
        return (double) correct(pool) / pool.size();
    }

    private static int correct(List<Attempt> pool) {
        return (int)
                pool.stream().filter(attempt -> attempt.grade().isCorrect()).count();
    }
}
