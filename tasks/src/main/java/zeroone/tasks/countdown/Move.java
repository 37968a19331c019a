package zeroone.tasks.countdown;

import java.util.ArrayList;
import java.util.List;

/**
 * One step: two numbers of a state become one.
 *
 * @param value what the step really makes
 * @param rest the numbers left over
 */
record Move(Term first, Operator operator, Term second, long value, List<Term> rest) {
    /** The numbers after this step if its result is taken to be {@code claimed}, which comes first. */
    CountdownState next(long claimed) {
        List<Term> terms = new ArrayList<>(rest.size() + 1);
        terms.add(new Term(claimed, expression(), false));
        terms.addAll(rest);
        return new CountdownState(terms);
    }

    String expression() {
        return first.operand() + operator.symbol() + second.operand();
    }

    /** E.g. {@code 13+8=21}, with the result that somebody claims. */
    String equation(long claimed) {
        return "" + first.value() + operator.symbol() + second.value() + "=" + claimed;
    }
}
