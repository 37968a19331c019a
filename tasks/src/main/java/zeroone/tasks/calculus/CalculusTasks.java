package zeroone.tasks.calculus;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Derivatives and integrals at three levels each. */
public final class CalculusTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new Derivative("easy", Expression.Kind.POLYNOMIAL, 3).task(),
                new Derivative("medium", Expression.Kind.SINGLE, 2).task(),
                new Derivative("hard", Expression.Kind.PRODUCT, 3).task(),
                new Integral("easy", Expression.Kind.POLYNOMIAL, 3).task(),
                new Integral("medium", Expression.Kind.SINGLE, 1).task(),
                new Integral("hard", Expression.Kind.PRODUCT, 2).task());
    }
}
