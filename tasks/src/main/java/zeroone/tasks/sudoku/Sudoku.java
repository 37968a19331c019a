package zeroone.tasks.sudoku;

import zeroone.tasks.Task;
import zeroone.tasks.TraceMixture;

/** Makes Sudoku tasks. */
public final class Sudoku {
    /**
     * How the people worked from whom a base model learns 4×4 Sudoku. About two fifths of them are right: most guess, hurry
     * or give up, but enough go through the grid in order to the end, and enough of those err and notice it.
     */
    public static final TraceMixture MIXTURE = new TraceMixture(.12, .25, .15, .55, .45, .04, 4);

    /** The same people before 6×6 grids. */
    public static final TraceMixture MIXTURE_SIX = new TraceMixture(.12, .25, .15, .55, .45, .04, 12);

    /** The same people before 9×9 grids: with five times the cells they look at eight times as many before giving up. */
    public static final TraceMixture MIXTURE_NINE = new TraceMixture(.15, .35, .06, .50, .12, .08, 40);

    private Sudoku() {}

    public static Task task(SudokuConfig config) {
        return task(config, config.size() == 4 ? MIXTURE : config.size() == 6 ? MIXTURE_SIX : MIXTURE_NINE);
    }

    public static Task task(SudokuConfig config, TraceMixture mixture) {
        return new Task(
                new SudokuTaskset(config),
                new SudokuSolutions(config.shape(), mixture),
                new SudokuThoughts(config.shape()));
    }
}
