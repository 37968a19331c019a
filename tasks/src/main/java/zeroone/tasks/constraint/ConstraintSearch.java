package zeroone.tasks.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Backtracking search that always takes the variable with the fewest values left next. */
public final class ConstraintSearch {
    private static final long MOST_NODES = 200_000;

    private final ConstraintPuzzle puzzle;
    private final int values;
    private final int mostSolutions;
    private final int[] assignment;
    private final List<int[]> solutions = new ArrayList<>();
    private long nodes;
    private long looks;

    private ConstraintSearch(ConstraintPuzzle puzzle, int mostSolutions) {
        this.puzzle = puzzle;
        this.mostSolutions = mostSolutions;
        values = puzzle.values().size();
        assignment = new int[puzzle.variables().size()];
        Arrays.fill(assignment, ConstraintPuzzle.OPEN);
    }

    /** Looks for up to {@code mostSolutions} solutions of the puzzle. */
    public static ConstraintSearch of(ConstraintPuzzle puzzle, int mostSolutions) {
        return from(puzzle, puzzle.start(), mostSolutions);
    }

    /** Looks for up to {@code mostSolutions} solutions that agree with the assignment. */
    public static ConstraintSearch from(ConstraintPuzzle puzzle, int[] start, int mostSolutions) {
        ConstraintSearch search = new ConstraintSearch(puzzle, mostSolutions);
        if (search.place(start)) {
            search.run();
        }
        return search;
    }

    /** Whether the puzzle has exactly one solution; false, too, where that cannot be found out within the limit. */
    public static boolean unique(ConstraintPuzzle puzzle) {
        ConstraintSearch search = of(puzzle, 2);
        return search.complete() && search.solutions().size() == 1;
    }

    /** Whether a solution is found within the limit. */
    public static boolean solvable(ConstraintPuzzle puzzle) {
        return !of(puzzle, 1).solutions().isEmpty();
    }

    public List<int[]> solutions() {
        return List.copyOf(solutions);
    }

    /** How many values were put in. */
    public long nodes() {
        return nodes;
    }

    /** How often the values left for a variable were worked out. */
    public long looks() {
        return looks;
    }

    /** Whether the search ended by itself, not by its limit of 200,000 nodes. */
    public boolean complete() {
        return nodes < MOST_NODES;
    }

    /** Puts the givens in; false if they contradict each other. */
    private boolean place(int[] start) {
        for (int variable = 0; variable < start.length; variable++) {
            if (start[variable] != ConstraintPuzzle.OPEN) {
                if (!puzzle.objection(assignment, variable, start[variable]).isEmpty()) {
                    return false;
                }
                assignment[variable] = start[variable];
            }
        }
        return true;
    }

    private void run() {
        int best = -1;
        int bestLeft = 0;
        int fewest = Integer.MAX_VALUE;
        for (int variable = 0; variable < assignment.length && fewest > 1; variable++) {
            if (assignment[variable] == ConstraintPuzzle.OPEN) {
                looks++;
                int left = left(puzzle, values, assignment, variable);
                if (Integer.bitCount(left) < fewest) {
                    best = variable;
                    bestLeft = left;
                    fewest = Integer.bitCount(left);
                }
            }
        }
        if (best < 0) {
            solutions.add(assignment.clone());
            return;
        }
        for (int left = bestLeft; left != 0; left &= left - 1) {
            if (solutions.size() >= mostSolutions || nodes >= MOST_NODES) {
                break;
            }
            nodes++;
            assignment[best] = Integer.numberOfTrailingZeros(left);
            run();
        }
        assignment[best] = ConstraintPuzzle.OPEN;
    }

    /** The values that nothing speaks against, as bits. */
    static int left(ConstraintPuzzle puzzle, int values, int[] assignment, int variable) {
        int left = 0;
        for (int value = 0; value < values; value++) {
            if (puzzle.objection(assignment, variable, value).isEmpty()) {
                left |= 1 << value;
            }
        }
        return left;
    }
}
