package zeroone.tasks.countdown;

import java.util.List;
import java.util.Optional;
import zeroone.tasks.Problem;

/** The reference solver: exhaustive search with exact divisions and intermediate results in the range of the variant. */
public final class CountdownSolver {
    private final CountdownConfig config;

    public CountdownSolver(CountdownConfig config) {
        this.config = config;
    }

    /**
     * How hard a problem is for somebody who tries everything.
     *
     * @param leaves ways to combine all numbers; the same way through the same numbers counts once
     * @param solutions those that make the target
     */
    public record Difficulty(int leaves, int solutions) {}

    public Difficulty difficulty(Problem problem) {
        CountdownPuzzle puzzle = CountdownPuzzle.of(problem.data());
        return difficulty(CountdownState.start(puzzle), puzzle.target());
    }

    /** An expression that makes the target; empty if the variant's rules allow none. */
    public Optional<String> solve(Problem problem) {
        CountdownPuzzle puzzle = CountdownPuzzle.of(problem.data());
        return solve(CountdownState.start(puzzle), puzzle.target());
    }

    /** The same question without the expression, and fast: problems are drawn with it. */
    boolean solvable(List<Integer> numbers, int target) {
        long[] values = numbers.stream().mapToLong(Integer::longValue).toArray();
        return solvable(values, values.length, target);
    }

    private boolean solvable(long[] values, int size, int target) {
        if (size == 1) {
            return values[0] == target;
        }
        long[] next = new long[size - 1];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                int length = 0;
                for (int k = 0; k < size; k++) {
                    if (k != i && k != j) {
                        next[length++] = values[k];
                    }
                }
                long large = Math.max(values[i], values[j]);
                long small = Math.min(values[i], values[j]);
                for (Operator operator : Operator.ALL) {
                    long value = operator.apply(large, small);
                    if (value >= config.minIntermediate() && value <= config.maxIntermediate()) {
                        next[length] = value;
                        if (solvable(next, size - 1, target)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private Optional<String> solve(CountdownState state, int target) {
        if (state.terms().size() == 1) {
            Term last = state.terms().getFirst();
            return last.value() == target ? Optional.of(last.expression()) : Optional.empty();
        }
        for (Move move : state.moves(config)) {
            Optional<String> solution = solve(move.next(move.value()), target);
            if (solution.isPresent()) {
                return solution;
            }
        }
        return Optional.empty();
    }

    private Difficulty difficulty(CountdownState state, int target) {
        if (state.terms().size() == 1) {
            return new Difficulty(1, state.terms().getFirst().value() == target ? 1 : 0);
        }
        int leaves = 0;
        int solutions = 0;
        for (Move move : state.moves(config)) {
            Difficulty below = difficulty(move.next(move.value()), target);
            leaves += below.leaves();
            solutions += below.solutions();
        }
        return new Difficulty(leaves, solutions);
    }
}
