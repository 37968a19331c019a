package zeroone.tasks.mathematics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zeroone.tasks.mathematics.MathObject.Bracketed;
import zeroone.tasks.mathematics.MathObject.Elements;
import zeroone.tasks.mathematics.MathObject.Infinite;
import zeroone.tasks.mathematics.MathObject.Listing;
import zeroone.tasks.mathematics.MathObject.Matrix;
import zeroone.tasks.mathematics.MathObject.Relation;
import zeroone.tasks.mathematics.MathObject.Single;
import zeroone.tasks.mathematics.MathObject.Union;

/** Whether two answers say the same. */
final class Sameness {
    private Sameness() {}

    static boolean same(MathObject reference, MathObject answer) {
        return switch (reference) {
            case Single(Value value) ->
                value(answer).map(given -> given.sameAs(value)).orElse(false);
            case Infinite infinite -> infinite.equals(answer);
            case Bracketed(String open, List<MathObject> items, String close) ->
                answer instanceof Bracketed(String open2, List<MathObject> items2, String close2)
                        && open.equals(open2)
                        && close.equals(close2)
                        && inOrder(items, items2);
            case Elements(List<MathObject> items) ->
                answer instanceof Elements(List<MathObject> given)
                        ? inAnyOrder(distinct(items), distinct(given))
                        : asList(answer).map(given -> inAnyOrder(items, given)).orElse(false);
            case Listing(List<MathObject> items) ->
                answer instanceof Elements(List<MathObject> given)
                        ? inAnyOrder(items, given)
                        : answer instanceof Listing(List<MathObject> listed)
                                && sameNames(items, listed)
                                && inAnyOrder(items, listed);
            case Union(List<MathObject> parts) ->
                answer instanceof Union(List<MathObject> given) && inAnyOrder(parts, given);
            case Relation relation -> relation(relation, answer);
            case Matrix(List<List<MathObject>> rows) ->
                answer instanceof Matrix(List<List<MathObject>> given) && matrices(rows, given);
        };
    }

    /** The items of a list that is not in braces; a single thing is a list of one. */
    private static Optional<List<MathObject>> asList(MathObject answer) {
        return answer instanceof Listing(List<MathObject> items) ? Optional.of(items) : Optional.empty();
    }

    /** The value of an expression, or of x in "x = 5". */
    private static Optional<Value> value(MathObject answer) {
        if (answer instanceof Single(Value value)) {
            return Optional.of(value);
        }
        return answer instanceof Relation relation ? named(relation).map(Map.Entry::getValue) : Optional.empty();
    }

    /** Name and value of an equation such as x = 5. */
    private static Optional<Map.Entry<String, Value>> named(Relation relation) {
        if (relation.relations().equals(List.of("="))
                && relation.sides().get(0) instanceof Single(Value left)
                && relation.sides().get(1) instanceof Single(Value right)
                && left.denominator().isOne()) {
            return left.numerator()
                    .singleTerm()
                    .filter(term -> term.getValue().equals(Algebraic.Exact.ONE)
                            && term.getKey().powers().size() == 1
                            && Monomial.isVariable(term.getKey().only().getKey())
                            && Value.atom(term.getKey().only().getKey()).equals(left)
                            && !mentions(right, term.getKey().only().getKey()))
                    .map(term -> Map.entry(term.getKey().only().getKey(), right));
        }
        return Optional.empty();
    }

    private static boolean mentions(Value value, String atom) {
        return value.numerator().terms().keySet().stream()
                        .anyMatch(monomial -> monomial.powers().containsKey(atom))
                || value.denominator().terms().keySet().stream()
                        .anyMatch(monomial -> monomial.powers().containsKey(atom));
    }

    private static boolean relation(Relation reference, MathObject answer) {
        boolean membership = reference.relations().equals(List.of("in"));
        if (membership && !(answer instanceof Relation)) {
            return same(reference.sides().get(1), answer);
        }
        if (answer instanceof Single(Value given)) {
            return named(reference)
                    .map(equation -> equation.getValue().sameAs(given))
                    .orElse(false);
        }
        if (!(answer instanceof Relation given)) {
            return false;
        }
        return inStep(reference, given)
                || inStep(reference, reversed(given))
                || (!isSolved(reference) && sameEquation(reference, given));
    }

    /** Whether it is an equation such as x = 5, which 2x = 10 does not answer. */
    private static boolean isSolved(Relation reference) {
        return named(reference)
                .map(equation -> equation.getValue().numerator().terms().keySet().stream()
                        .flatMap(monomial -> monomial.powers().keySet().stream())
                        .noneMatch(Monomial::isVariable))
                .orElse(false);
    }

    private static boolean inStep(Relation reference, Relation given) {
        return reference.relations().equals(given.relations()) && inOrder(reference.sides(), given.sides());
    }

    private static Relation reversed(Relation relation) {
        List<String> relations = relation.relations().stream()
                .map(sign -> switch (sign) {
                    case "<" -> ">";
                    case ">" -> "<";
                    case "<=" -> ">=";
                    case ">=" -> "<=";
                    default -> sign;
                })
                .toList();
        return new Relation(relation.sides().reversed(), relations.reversed());
    }

    /** Whether one equation is a multiple of the other by a number. */
    private static boolean sameEquation(Relation reference, Relation given) {
        Optional<Value> first = difference(reference);
        Optional<Value> second = difference(given);
        if (first.isEmpty()
                || second.isEmpty()
                || first.get().isZero()
                || second.get().isZero()) {
            return false;
        }
        for (Map.Entry<Monomial, Algebraic> term :
                first.get().numerator().terms().entrySet()) {
            Algebraic other = second.get().numerator().terms().getOrDefault(term.getKey(), Algebraic.Exact.ZERO);
            if (term.getValue().sign() != 0) {
                return other.sign() != 0
                        && first.get().denominator().equals(second.get().denominator())
                        && first.get()
                                .times(Value.of(other))
                                .sameAs(second.get().times(Value.of(term.getValue())));
            }
        }
        return false;
    }

    private static Optional<Value> difference(Relation relation) {
        return relation.relations().equals(List.of("="))
                        && relation.sides().get(0) instanceof Single(Value left)
                        && relation.sides().get(1) instanceof Single(Value right)
                ? Optional.of(left.minus(right))
                : Optional.empty();
    }

    private static boolean inOrder(List<MathObject> references, List<MathObject> answers) {
        if (references.size() != answers.size()) {
            return false;
        }
        for (int i = 0; i < references.size(); i++) {
            if (!same(references.get(i), answers.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is clear which answer is which: with x and y in the reference, answers must name them. */
    private static boolean sameNames(List<MathObject> references, List<MathObject> answers) {
        Set<String> wanted = names(references);
        Set<String> given = names(answers);
        return wanted.isEmpty() ? given.size() <= 1 : wanted.size() == 1 || wanted.equals(given);
    }

    private static Set<String> names(List<MathObject> items) {
        Set<String> names = new HashSet<>();
        for (MathObject item : items) {
            if (item instanceof Relation relation) {
                named(relation).ifPresent(equation -> names.add(equation.getKey()));
            }
        }
        return names;
    }

    private static boolean inAnyOrder(List<MathObject> references, List<MathObject> answers) {
        if (references.size() != answers.size()) {
            return false;
        }
        List<MathObject> left = new ArrayList<>(answers);
        for (MathObject reference : references) {
            Optional<MathObject> match =
                    left.stream().filter(answer -> same(reference, answer)).findFirst();
            if (match.isEmpty()) {
                return false;
            }
            left.remove(match.get());
        }
        return true;
    }

    private static List<MathObject> distinct(List<MathObject> items) {
        List<MathObject> distinct = new ArrayList<>();
        for (MathObject item : items) {
            if (distinct.stream().noneMatch(before -> same(before, item))) {
                distinct.add(item);
            }
        }
        return distinct;
    }

    private static boolean matrices(List<List<MathObject>> references, List<List<MathObject>> answers) {
        if (references.size() != answers.size()) {
            return false;
        }
        for (int i = 0; i < references.size(); i++) {
            if (!inOrder(references.get(i), answers.get(i))) {
                return false;
            }
        }
        return true;
    }
}
