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
 * Searches a proof backwards from the goal, after everything that follows at once has been written down; deeper and deeper
 * until one is found or the search has become too long. What it finds is checked by the kernel like any other proof.
 */
final class Prover {
    private static final int DEEPEST = 7;
    private static final int MOST_LINES = 200;

    private final long mostNodes;
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> known = new ArrayList<>();
    private int depth;
    private long nodes;

    private Prover(long mostNodes) {
        this.mostNodes = mostNodes;
    }

    /** A proof, and how many goals were tried for it. */
    record Found(List<Line> proof, long nodes) {}

    static Optional<Found> prove(Sequent sequent, long mostNodes) {
        Prover prover = new Prover(mostNodes);
        for (int limit = 1; limit <= DEEPEST; limit++) {
            prover.lines.clear();
            prover.known.clear();
            prover.depth = 0;
            for (Proposition premise : sequent.premises()) {
                prover.write(premise, Rule.PREMISE);
            }
            if (prover.goal(sequent.goal(), limit)) {
                prover.endWith(sequent.goal());
                return Optional.of(new Found(Pruning.pruned(prover.lines), prover.nodes));
            }
            if (prover.nodes > mostNodes) {
                break;
            }
        }
        return Optional.empty();
    }

    private void endWith(Proposition goal) {
        int line = find(goal);
        if (line != lines.size()) {
            write(goal, Rule.REPEAT, Reference.to(line));
        }
    }

    /** Proves a goal from what is known; false, with the lines as they were, if it cannot within the limit. */
    private boolean goal(Proposition goal, int limit) {
        int lineMark = lines.size();
        int knownMark = known.size();
        nodes++;
        if (nodes <= mostNodes && lines.size() < MOST_LINES) {
            saturate();
            if (find(goal) > 0
                    || fromFalsity(goal)
                    || introduce(goal, limit)
                    || (limit > 0 && eliminate(goal, limit - 1))) {
                return true;
            }
        }
        lines.subList(lineMark, lines.size()).clear();
        known.subList(knownMark, known.size()).clear();
        return false;
    }

    /** Writes down what follows from single lines and from pairs. */
    private void saturate() {
        for (int i = 0; i < known.size() && lines.size() < MOST_LINES; i++) {
            Line line = known.get(i);
            switch (line.proposition()) {
                case And(Proposition left, Proposition right) -> {
                    learn(left, Rule.AND_ELIMINATION, line);
                    learn(right, Rule.AND_ELIMINATION, line);
                }
                case Not(Not(Proposition inner)) -> learn(inner, Rule.DOUBLE_NEGATION, line);
                default -> {}
            }
            for (int j = 0; j < i && j < known.size(); j++) {
                pair(known.get(j), line);
                pair(line, known.get(j));
            }
        }
    }

    private void pair(Line rule, Line fact) {
        if (rule.proposition() instanceof Implies(Proposition left, Proposition right)
                && left.equals(fact.proposition())
                && find(right) == 0) {
            write(right, Rule.IMPLIES_ELIMINATION, Reference.to(rule.number()), Reference.to(fact.number()));
        }
        if (rule.proposition() instanceof Not(Proposition negated)
                && negated.equals(fact.proposition())
                && find(new Proposition.Falsity()) == 0) {
            write(
                    new Proposition.Falsity(),
                    Rule.NOT_ELIMINATION,
                    Reference.to(fact.number()),
                    Reference.to(rule.number()));
        }
    }

    private void learn(Proposition proposition, Rule rule, Line from) {
        if (find(proposition) == 0) {
            write(proposition, rule, Reference.to(from.number()));
        }
    }

    private boolean fromFalsity(Proposition goal) {
        int falsity = find(new Proposition.Falsity());
        if (falsity == 0) {
            return false;
        }
        write(goal, Rule.FALSITY_ELIMINATION, Reference.to(falsity));
        return true;
    }

    private boolean introduce(Proposition goal, int limit) {
        return switch (goal) {
            case And(Proposition left, Proposition right) -> {
                if (!goal(left, limit) || !goal(right, limit)) {
                    yield false;
                }
                write(goal, Rule.AND_INTRODUCTION, Reference.to(find(left)), Reference.to(find(right)));
                yield true;
            }
            case Implies(Proposition left, Proposition right) -> {
                Optional<Reference> box = box(left, right, limit);
                box.ifPresent(lines -> write(goal, Rule.IMPLIES_INTRODUCTION, lines));
                yield box.isPresent();
            }
            case Not(Proposition negated) -> {
                Optional<Reference> box = box(negated, new Proposition.Falsity(), limit);
                box.ifPresent(lines -> write(goal, Rule.NOT_INTRODUCTION, lines));
                yield box.isPresent();
            }
            case Or(Proposition left, Proposition right) -> {
                Proposition made = limit > 0 && goal(left, limit - 1) ? left : right;
                if (find(made) == 0 && (limit == 0 || !goal(made, limit - 1))) {
                    yield false;
                }
                write(goal, Rule.OR_INTRODUCTION, Reference.to(find(made)));
                yield true;
            }
            case Proposition.Letter _, Proposition.Falsity _ -> false;
        };
    }

    private boolean eliminate(Proposition goal, int limit) {
        for (Line line : List.copyOf(known)) {
            if (line.proposition() instanceof Or(Proposition left, Proposition right)
                    && find(left) == 0
                    && find(right) == 0) {
                int lineMark = lines.size();
                int knownMark = known.size();
                Optional<Reference> first = box(left, goal, limit);
                Optional<Reference> second = first.isPresent() ? box(right, goal, limit) : first;
                if (second.isPresent()) {
                    write(goal, Rule.OR_ELIMINATION, Reference.to(line.number()), first.get(), second.get());
                    return true;
                }
                lines.subList(lineMark, lines.size()).clear();
                known.subList(knownMark, known.size()).clear();
            }
        }
        for (Line line : List.copyOf(known)) {
            Optional<Proposition> needed = switch (line.proposition()) {
                case Implies(Proposition left, Proposition right) when find(right) == 0 -> Optional.of(left);
                case Not(Proposition negated) when goal.equals(new Proposition.Falsity()) -> Optional.of(negated);
                default -> Optional.empty();
            };
            if (needed.isPresent() && !needed.get().equals(goal) && goal(needed.get(), limit)) {
                return goal(goal, limit);
            }
        }
        Proposition denied = new Not(goal);
        if (goal.equals(new Proposition.Falsity()) || goal instanceof Not || find(denied) > 0) {
            return false;
        }
        Optional<Reference> box = box(denied, new Proposition.Falsity(), limit);
        box.ifPresent(reference -> {
            write(new Not(denied), Rule.NOT_INTRODUCTION, reference);
            write(goal, Rule.DOUBLE_NEGATION, Reference.to(lines.size()));
        });
        return box.isPresent();
    }

    /** Proves a conclusion under an assumption, in a box. */
    private Optional<Reference> box(Proposition assumption, Proposition conclusion, int limit) {
        int lineMark = lines.size();
        int knownMark = known.size();
        depth++;
        write(assumption, Rule.ASSUME);
        boolean proved = goal(conclusion, limit);
        if (proved && find(conclusion) != lines.size()) {
            write(conclusion, Rule.REPEAT, Reference.to(find(conclusion)));
        }
        depth--;
        known.subList(knownMark, known.size()).clear();
        if (!proved) {
            lines.subList(lineMark, lines.size()).clear();
            return Optional.empty();
        }
        return Optional.of(new Reference(lineMark + 1, lines.size()));
    }

    private void write(Proposition proposition, Rule rule, Reference... references) {
        Line line = new Line(lines.size() + 1, depth, proposition, rule, List.of(references));
        lines.add(line);
        known.add(line);
    }

    /** The number of a line that may be used and says this; 0 if there is none. */
    private int find(Proposition proposition) {
        for (Line line : known) {
            if (line.proposition().equals(proposition)) {
                return line.number();
            }
        }
        return 0;
    }
}
