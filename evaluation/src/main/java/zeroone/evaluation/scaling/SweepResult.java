package zeroone.evaluation.scaling;

import java.util.List;
import java.util.Objects;

/**
 * What a sweep found.
 *
 * @param points every measured point; a point without a single judged problem is left out
 * @param natural every attempt at the largest budget, by problem and sample: thoughts to read and to show
 * @param naturalCounts what became of those
 * @param forcedCounts what became of the further attempts at smaller budgets
 */
public record SweepResult(
        List<CurvePoint> points, List<Attempt> natural, AttemptCounts naturalCounts, AttemptCounts forcedCounts) {
    public SweepResult {
        points = List.copyOf(points);
        natural = List.copyOf(natural);
        Objects.requireNonNull(naturalCounts, "naturalCounts");
        Objects.requireNonNull(forcedCounts, "forcedCounts");
    }
}
