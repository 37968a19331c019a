package zeroone.tasks.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zeroone.tasks.ThoughtBehaviour;

/** The assignment as a thought fills it, and what happened on the way. Variables and values that do not exist are -1. */
final class ConstraintTrail {
    /** Said of a variable or value that does not exist, or of a variable that is not open; no puzzle says it. */
    private static final String NOT_OPEN = "?";

    private final ConstraintPuzzle puzzle;
    private final int[] assignment;

    /** Variables put in, in order. */
    private final List<Integer> filled = new ArrayList<>();

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Boolean> solvable = new HashMap<>();
    private int steps;
    private int falseSteps;
    private int backtracks;
    private int revisits;
    private int acceptedRight;
    private int acceptedWrong;
    private int rejectedRight;
    private int rejectedWrong;

    ConstraintTrail(ConstraintPuzzle puzzle) {
        this.puzzle = puzzle;
        assignment = puzzle.start();
    }

    int[] assignment() {
        return assignment.clone();
    }

    /** What speaks against a value now. */
    String objection(int variable, int value) {
        return variable < 0 || value < 0 || assignment[variable] != ConstraintPuzzle.OPEN
                ? NOT_OPEN
                : puzzle.objection(assignment, variable, value);
    }

    /** A line about one variable. */
    void look(String line, int variable, boolean holds) {
        step(line);
        if (!holds || variable < 0 || assignment[variable] != ConstraintPuzzle.OPEN) {
            falseSteps++;
        }
    }

    void put(int variable, int value) {
        if (variable >= 0 && value >= 0 && assignment[variable] == ConstraintPuzzle.OPEN) {
            assignment[variable] = value;
            filled.add(variable);
        }
    }

    /** A line has said that no value is left. */
    void stuck() {
        if (solvable.computeIfAbsent(
                Arrays.toString(assignment),
                state -> !ConstraintSearch.from(puzzle, assignment, 1)
                        .solutions()
                        .isEmpty())) {
            rejectedRight++;
        } else {
            rejectedWrong++;
        }
    }

    /** All that was put in since the given variable is taken back, and another value put there. */
    void takeBack(int variable, int value) {
        backtracks++;
        int since = filled.lastIndexOf(variable);
        if (since >= 0) {
            while (filled.size() > since) {
                assignment[filled.removeLast()] = ConstraintPuzzle.OPEN;
            }
        }
        step("again " + variable + " " + value);
        if (since < 0 || !objection(variable, value).isEmpty()) {
            falseSteps++;
        }
        put(variable, value);
    }

    /** The notes say that the puzzle is solved. */
    void done() {
        boolean full = Arrays.stream(assignment).noneMatch(value -> value == ConstraintPuzzle.OPEN);
        if (full && !ConstraintSearch.from(puzzle, assignment, 1).solutions().isEmpty()) {
            acceptedRight++;
        } else {
            acceptedWrong++;
        }
    }

    ThoughtBehaviour behaviour() {
        return new ThoughtBehaviour(
                steps, falseSteps, backtracks, revisits, acceptedRight, acceptedWrong, rejectedRight, rejectedWrong);
    }

    private void step(String line) {
        steps++;
        if (!taken.add(Arrays.toString(assignment) + " " + line)) {
            revisits++;
        }
    }
}
