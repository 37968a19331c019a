package zeroone.tasks.calculus;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;

/** An exercise about one function, answered with another. */
interface CalculusExercise extends Exercise<Expression> {
    /** Judges an answer that is a function. */
    Verdict judge(Function function, Function answer);

    @Override
    default ObjectNode data(Expression expression) {
        return expression.data();
    }

    @Override
    default Expression read(ObjectNode data) {
        return Expression.read(data);
    }

    @Override
    default Verdict judge(Expression expression, String answer) {
        try {
            return judge(expression.function(), FunctionReader.read(answer));
        } catch (NotAFunction refused) {
            return Verdict.incorrect(refused.reason());
        }
    }

    @Override
    default Map<String, Integer> axes(Expression expression) {
        return expression.axes();
    }
}
