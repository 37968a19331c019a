package zeroone.tasks.sudoku;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** The built-in sizes of Sudoku. */
public final class SudokuTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(Sudoku.task(SudokuConfig.FOUR), Sudoku.task(SudokuConfig.SIX), Sudoku.task(SudokuConfig.NINE));
    }
}
