package zeroone.tasks.deduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zeroone.tasks.deduction.Line.Reference;
import zeroone.tasks.deduction.Proposition.And;
import zeroone.tasks.deduction.Proposition.Implies;
import zeroone.tasks.deduction.Proposition.Not;
import zeroone.tasks.deduction.Proposition.Or;

/**
 * Checks proofs; nothing else need be trusted. A box starts with an assumption, one bar deeper than the line before or, after
 * a box that ends, just as deep. A line may use lines before it in the boxes that are open, and boxes that are closed and
 * lie directly in an open one.
 */
final class Kernel {
    private final Sequent sequent;
    private final List<Line> lines = new ArrayList<>();
    /** For each line, from 1, the innermost box it is in. A box goes by the number of its first line; 0 is outside of all. */
    private final int[] boxOf;
    /** For each box the one around it. */
    private final int[] around;
    /** The innermost box that is open. */
    private int open;
    /** How many boxes are open. */
    private int depth;

    private Kernel(Sequent sequent, int lines) {
        this.sequent = sequent;
        boxOf = new int[lines + 1];
        around = new int[lines + 1];
    }

    /** What is wrong with a proof of the sequent; empty if it is one. */
    static Optional<String> fault(Sequent sequent, List<Line> proof) {
        Kernel kernel = new Kernel(sequent, proof.size());
        for (Line line : proof) {
            if (line.number() != kernel.lines.size() + 1) {
                return Optional.of(
                        "has line " + line.number() + " where line " + (kernel.lines.size() + 1) + " should be");
            }
            if (!kernel.enter(line)) {
                return Optional.of("line " + line.number() + " has the wrong number of bars");
            }
            if (!kernel.follows(line)) {
                return Optional.of("line " + line.number() + " does not follow by "
                        + line.rule().symbol());
            }
        }
        if (proof.isEmpty() || proof.getLast().depth() > 0) {
            return Optional.of("ends inside a box");
        }
        return proof.getLast().proposition().equals(sequent.goal())
                ? Optional.empty()
                : Optional.of("proves " + proof.getLast().proposition().text() + ", not "
                        + sequent.goal().text());
    }

    /** Opens and closes boxes as the bars of the line say; false if they cannot. */
    private boolean enter(Line line) {
        boolean assumes = line.rule() == Rule.ASSUME;
        int kept = assumes ? line.depth() - 1 : line.depth();
        if (kept < 0 || kept > depth) {
            return false;
        }
        for (; depth > kept; depth--) {
            open = around[open];
        }
        if (assumes) {
            around[line.number()] = open;
            open = line.number();
            depth++;
        }
        lines.add(line);
        boxOf[line.number()] = open;
        return true;
    }

    private boolean follows(Line line) {
        Proposition made = line.proposition();
        List<Reference> used = line.references();
        return switch (line.rule()) {
            case PREMISE -> used.isEmpty() && sequent.premises().contains(made);
            case ASSUME -> used.isEmpty();
            case REPEAT -> uses(used, 1) && made.equals(at(used, 0));
            case AND_INTRODUCTION -> uses(used, 2) && made.equals(new And(at(used, 0), at(used, 1)));
            case AND_ELIMINATION ->
                uses(used, 1)
                        && at(used, 0) instanceof And(Proposition left, Proposition right)
                        && (made.equals(left) || made.equals(right));
            case OR_INTRODUCTION ->
                uses(used, 1)
                        && made instanceof Or(Proposition left, Proposition right)
                        && (at(used, 0).equals(left) || at(used, 0).equals(right));
            case OR_ELIMINATION ->
                used.size() == 3
                        && available(used.get(0))
                        && at(used, 0) instanceof Or(Proposition left, Proposition right)
                        && box(used.get(1), left, made)
                        && box(used.get(2), right, made);
            case IMPLIES_INTRODUCTION ->
                used.size() == 1
                        && made instanceof Implies(Proposition left, Proposition right)
                        && box(used.getFirst(), left, right);
            case IMPLIES_ELIMINATION ->
                uses(used, 2)
                        && (at(used, 0).equals(new Implies(at(used, 1), made))
                                || at(used, 1).equals(new Implies(at(used, 0), made)));
            case NOT_INTRODUCTION ->
                used.size() == 1
                        && made instanceof Not(Proposition negated)
                        && box(used.getFirst(), negated, new Proposition.Falsity());
            case NOT_ELIMINATION ->
                uses(used, 2)
                        && made.equals(new Proposition.Falsity())
                        && (at(used, 0).equals(new Not(at(used, 1)))
                                || at(used, 1).equals(new Not(at(used, 0))));
            case FALSITY_ELIMINATION -> uses(used, 1) && at(used, 0).equals(new Proposition.Falsity());
            case DOUBLE_NEGATION -> uses(used, 1) && at(used, 0).equals(new Not(new Not(made)));
        };
    }

    /** Whether there are so many references, all to single lines that may be used. */
    private boolean uses(List<Reference> used, int count) {
        if (used.size() != count) {
            return false;
        }
        for (Reference reference : used) {
            if (!available(reference)) {
                return false;
            }
        }
        return true;
    }

    private boolean available(Reference reference) {
        if (reference.isBox() || reference.first() < 1 || reference.first() >= lines.size()) {
            return false;
        }
        return isWithin(open, boxOf[reference.first()]);
    }

    /** Whether a box that may be used goes from an assumption to a conclusion. A box of one line is written 4-4. */
    private boolean box(Reference reference, Proposition assumption, Proposition conclusion) {
        int first = reference.first();
        int last = reference.last();
        if (first < 1
                || last < first
                || last >= lines.size()
                || lines.get(first - 1).rule() != Rule.ASSUME) {
            return false;
        }
        // The box must have ended where it is said to end.
        boolean ended = boxOf[last] == first && !isWithin(boxOf[last + 1], first);
        return open == around[first]
                && ended
                && lines.get(first - 1).proposition().equals(assumption)
                && lines.get(last - 1).proposition().equals(conclusion);
    }

    /** Whether a box is another one or lies in it. Boxes further in start later. */
    private boolean isWithin(int box, int other) {
        int current = box;
        while (current > other) {
            current = around[current];
        }
        return current == other;
    }

    private Proposition at(List<Reference> used, int index) {
        return lines.get(used.get(index).first() - 1).proposition();
    }
}
