package zeroone.tasks.sudoku;

import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verifier;
import zeroone.text.CounterRandom;

/** Draws puzzles with one solution: a full grid, dug out at random while the solution stays the only one. */
record SudokuTaskset(SudokuConfig config) implements Taskset {
    private static final int MOST_DRAWS = 100_000;
    private static final int SYMMETRIES_TRIED = 40;

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public Problem problem(Split split, long seed, long index) {
        RandomGenerator random =
                CounterRandom.of(seed, split.ordinal(), index).split(name()).sequence();
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            int blanks = random.nextInt(config.minBlanks(), config.maxBlanks() + 1);
            SudokuGrid puzzle = dig(SudokuSolver.draw(config.shape(), random), blanks, random);
            if (puzzle.blanks().size() == blanks) {
                // Symmetric puzzles are as unique as this one and cheap; one of them lies in the right split.
                for (int i = 0; i < SYMMETRIES_TRIED; i++) {
                    if (Split.of(puzzle.canonicalForm()) == split) {
                        return problem(puzzle);
                    }
                    puzzle = SudokuSymmetry.draw(config.shape(), random).apply(puzzle);
                }
            }
        }
        throw new IllegalStateException("task " + name() + " has no problem in split " + split + " after " + MOST_DRAWS
                + " draws: lower the number of blanks");
    }

    @Override
    public Problem problem(ObjectNode data) {
        JsonNode text = data.get("grid");
        if (text == null || !text.isString() || text.stringValue().length() > SudokuVerifier.LONGEST) {
            throw new IllegalArgumentException(
                    "\"grid\" must be a text such as \"1 _ _ 4 / _ _ 2 _ / …\", not " + text);
        }
        SudokuGrid puzzle;
        try {
            puzzle = SudokuGrid.parse(config.shape(), text.stringValue());
        } catch (MalformedGrid malformed) {
            throw new IllegalArgumentException("\"grid\" " + malformed.reason(), malformed);
        }
        if (SudokuSolver.solve(puzzle).isEmpty()) {
            throw new IllegalArgumentException("\"grid\" has no solution: " + puzzle);
        }
        return problem(puzzle);
    }

    @Override
    public Verifier verifier() {
        return new SudokuVerifier(config.shape());
    }

    /** The puzzle of a problem of this task. */
    static SudokuGrid puzzle(SudokuShape shape, Problem problem) {
        JsonNode text = problem.data().get("grid");
        try {
            return SudokuGrid.parse(shape, text == null ? "" : text.asString());
        } catch (MalformedGrid malformed) {
            throw new IllegalArgumentException(
                    "the data of problem " + problem.id() + " of task " + problem.task() + " hold no grid: it "
                            + malformed.reason(),
                    malformed);
        }
    }

    private Problem problem(SudokuGrid puzzle) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("grid", puzzle.toString());
        return new Problem(name(), puzzle.canonicalForm(), "Sudoku: " + puzzle.written() + ".", data);
    }

    private static SudokuGrid dig(SudokuGrid full, int blanks, RandomGenerator random) {
        SudokuSolver solver = new SudokuSolver(full);
        int left = blanks;
        for (int cell : SudokuSolver.shuffled(full.shape().cells(), random)) {
            if (left > 0 && solver.dig(cell)) {
                left--;
            }
        }
        return new SudokuGrid(full.shape(), solver.cells());
    }
}
