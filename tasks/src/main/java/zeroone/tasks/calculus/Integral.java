package zeroone.tasks.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Notes;

/**
 * "Find an antiderivative of 3*x^2*exp(2*x)." The answer is differentiated and compared, so every antiderivative in every
 * way to write it is right.
 *
 * @param level part of the name
 * @param kind what the terms are made of
 * @param terms how many terms, 1 to 5
 */
record Integral(String level, Expression.Kind kind, int terms) implements CalculusExercise {
    @Override
    public String name() {
        return "integral-" + level;
    }

    @Override
    public Expression draw(RandomGenerator random) {
        return Expression.draw(kind, terms, random);
    }

    @Override
    public String id(Expression expression) {
        return "integral of " + expression.id();
    }

    @Override
    public String prompt(Expression expression) {
        return "Find an antiderivative of " + expression.text()
                + " with respect to x, without a constant of integration." + Derivative.FORM;
    }

    @Override
    public Verdict judge(Function function, Function answer) {
        return answer.derivative().equals(function)
                ? Verdict.CORRECT
                : Verdict.incorrect("its derivative is not the function");
    }

    @Override
    public String work(Expression expression, Notes notes) {
        List<Term> parts = new ArrayList<>();
        for (Term term : expression.terms()) {
            notes.say(term.text() + ":");
            parts.addAll(term.antiderivative(notes));
        }
        return Term.text(parts);
    }

    /** Differentiates the answer's terms. */
    @Override
    public void check(Expression expression, String answer, Notes notes) {
        for (String text : answer.replace(" - ", " + -").split(" \\+ ", 40)) {
            Term.read(text).ifPresent(term -> term.derivative(notes));
        }
    }

    @Override
    public String guess(Expression expression, RandomGenerator random) {
        return random.nextInt(1, 9) + expression.terms().getFirst().text().replaceFirst("^-?[0-9]+", "") + "*x";
    }
}
