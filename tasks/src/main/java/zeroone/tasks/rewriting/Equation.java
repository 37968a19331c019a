package zeroone.tasks.rewriting;

import java.util.List;
import java.util.Optional;

/** An equation between terms, given under a name; used from left to right it makes terms simpler. */
record Equation(String name, Term left, Term right) {
    /** Whether one use of the equation, in either direction and at one place, leads from one term to the other. */
    boolean connects(Term from, Term to) {
        return !from.equals(to) && (atRoot(left, right, from, to) || atRoot(right, left, from, to) || inside(from, to));
    }

    private static boolean atRoot(Term before, Term after, Term from, Term to) {
        Bindings letters = new Bindings();
        return before.match(from, letters) && after.match(to, letters);
    }

    /** Whether the terms differ in one operand only, which the equation connects. */
    private boolean inside(Term from, Term to) {
        if (!(from instanceof Term.Operation one)
                || !(to instanceof Term.Operation another)
                || !one.sameSymbol(another)) {
            return false;
        }
        List<Term> operands = one.operands();
        List<Term> others = another.operands();
        int differing = -1;
        for (int i = 0; i < operands.size(); i++) {
            if (!operands.get(i).equals(others.get(i))) {
                if (differing >= 0) {
                    return false;
                }
                differing = i;
            }
        }
        return differing >= 0 && connects(operands.get(differing), others.get(differing));
    }

    /** The term after one use from left to right, at the leftmost of the innermost places; empty if there is none. */
    Optional<Term> rewritten(Term term) {
        if (term instanceof Term.Operation operation) {
            for (int i = 0; i < operation.operands().size(); i++) {
                Optional<Term> operand = rewritten(operation.operands().get(i));
                if (operand.isPresent()) {
                    return Optional.of(Term.exchanged(operation, i, operand.get()));
                }
            }
        }
        Bindings letters = new Bindings();
        return left.match(term, letters) ? Optional.of(right.replaced(letters)) : Optional.empty();
    }

    String text() {
        return name + ": " + left.text() + " = " + right.text();
    }
}
