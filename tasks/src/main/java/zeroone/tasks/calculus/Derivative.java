package zeroone.tasks.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Notes;

/**
 * "Differentiate 3*x^2*exp(2*x)." Any way to write the derivative is right.
 *
 * @param level part of the name
 * @param kind what the terms are made of
 * @param terms how many terms, 1 to 5
 */
record Derivative(String level, Expression.Kind kind, int terms) implements CalculusExercise {
    static final String FORM = " Answer with the function only, written with numbers, x, + - * / ^, brackets, exp(...),"
            + " sin(...) and cos(...).";

    @Override
    public String name() {
        return "derivative-" + level;
    }

    @Override
    public Expression draw(RandomGenerator random) {
        while (true) {
            Expression drawn = Expression.draw(kind, terms, random);
            if (drawn.function().derivative().constant().isEmpty()) {
                return drawn;
            }
        }
    }

    @Override
    public String id(Expression expression) {
        return "d/dx " + expression.id();
    }

    @Override
    public String prompt(Expression expression) {
        return "Find the derivative of " + expression.text() + " with respect to x." + FORM;
    }

    @Override
    public Verdict judge(Function function, Function answer) {
        return answer.equals(function.derivative()) ? Verdict.CORRECT : Verdict.incorrect("is not the derivative");
    }

    @Override
    public String work(Expression expression, Notes notes) {
        List<Term> parts = new ArrayList<>();
        for (Term term : expression.terms()) {
            notes.say(term.text() + ":");
            parts.addAll(term.derivative(notes));
        }
        return Term.text(parts);
    }

    @Override
    public String guess(Expression expression, RandomGenerator random) {
        return random.nextInt(1, 9) + expression.terms().getFirst().text().replaceFirst("^-?[0-9]+", "");
    }
}
