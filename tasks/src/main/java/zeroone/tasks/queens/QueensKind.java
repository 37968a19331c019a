package zeroone.tasks.queens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.puzzle.MarkedGrid;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Takes one of all solutions, shows some of its queens, and blocks a square of every other solution. */
final class QueensKind implements PuzzleKind<QueensPuzzle> {
    private final QueensConfig config;

    /** All ways to place the queens on an empty board: the row of each column. */
    private final List<int[]> solutions = new ArrayList<>();

    QueensKind(QueensConfig config) {
        this.config = config;
        solve(new int[config.size()], 0);
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public QueensPuzzle draw(RandomGenerator random) {
        int size = config.size();
        int[] solution = solutions.get(random.nextInt(solutions.size()));
        char[] board = new char[size * size];
        Arrays.fill(board, QueensPuzzle.FREE);
        for (int givens = random.nextInt(config.maxGivens() + 1); givens > 0; givens--) {
            int column = random.nextInt(size);
            board[solution[column] * size + column] = QueensPuzzle.QUEEN;
        }
        for (int[] other : solutions) {
            if (possible(board, other) && !Arrays.equals(other, solution)) {
                int column = random.nextInt(size);
                while (other[column] == solution[column]) {
                    column = random.nextInt(size);
                }
                board[other[column] * size + column] = QueensPuzzle.BLOCKED;
            }
        }
        for (int decoys = random.nextInt(config.maxDecoys() + 1); decoys > 0; decoys--) {
            int square = random.nextInt(board.length);
            if (solution[square % size] != square / size) {
                board[square] = QueensPuzzle.BLOCKED;
            }
        }
        return new QueensPuzzle(new MarkedGrid(size, new String(board)));
    }

    /** Candidates have one solution as they are drawn. */
    @Override
    public Optional<QueensPuzzle> complete(QueensPuzzle candidate) {
        return Optional.of(candidate);
    }

    @Override
    public QueensPuzzle read(PuzzleData data) {
        int size = config.size();
        MarkedGrid board = MarkedGrid.read(data, "board", size, "Qx.");
        for (int column = 0; column < size; column++) {
            int queens = 0;
            for (int row = 0; row < size; row++) {
                queens += board.at(row * size + column) == QueensPuzzle.QUEEN ? 1 : 0;
            }
            if (queens > 1) {
                throw new IllegalArgumentException("\"board\" must not have two queens in column " + (column + 1));
            }
        }
        return new QueensPuzzle(board);
    }

    private boolean possible(char[] board, int[] solution) {
        for (int square = 0; square < board.length; square++) {
            boolean queen = solution[square % solution.length] == square / solution.length;
            if (board[square] == (queen ? QueensPuzzle.BLOCKED : QueensPuzzle.QUEEN)) {
                return false;
            }
        }
        return true;
    }

    private void solve(int[] rows, int column) {
        if (column == rows.length) {
            solutions.add(rows.clone());
            return;
        }
        for (int row = 0; row < rows.length; row++) {
            boolean free = true;
            for (int before = 0; before < column; before++) {
                free &= rows[before] != row && Math.abs(rows[before] - row) != column - before;
            }
            if (free) {
                rows[column] = row;
                solve(rows, column + 1);
            }
        }
    }
}
