package zeroone.cli.evaluate;

import java.util.List;
import java.util.Optional;
import zeroone.evaluation.behaviour.BehaviourSummary;
import zeroone.evaluation.scaling.AttemptCounts;
import zeroone.evaluation.scaling.CurvePoint;

/**
 * What was measured under one thinking budget.
 *
 * @param thoughtTokens the budget
 * @param points single samples first, then votes and pass@k; empty if the verifier failed on everything
 * @param behaviour of the thoughts about problems of known tasks; empty if there are none
 */
public record BudgetResult(
        int thoughtTokens, List<CurvePoint> points, Optional<BehaviourSummary> behaviour, AttemptCounts counts) {
    public BudgetResult {
        points = List.copyOf(points);
    }
}
