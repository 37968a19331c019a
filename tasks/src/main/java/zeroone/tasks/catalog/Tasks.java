package zeroone.tasks.catalog;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.countdown.Countdown;
import zeroone.tasks.countdown.CountdownConfig;
import zeroone.tasks.sudoku.Sudoku;
import zeroone.tasks.sudoku.SudokuConfig;
import zeroone.tasks.sums.WhichSum;

/** The built-in tasks. */
public final class Tasks {
    private static final List<Task> ALL = List.of(
            Countdown.task(CountdownConfig.THREE),
            Countdown.task(CountdownConfig.FOUR),
            Countdown.task(CountdownConfig.TEN_TO_HUNDRED),
            Sudoku.task(SudokuConfig.FOUR),
            Sudoku.task(SudokuConfig.NINE),
            WhichSum.task());

    private Tasks() {}

    /** All of them, the easiest of each kind first. */
    public static List<Task> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(Task::name).toList();
    }

    /**
     * The task with the given name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Task named(String name) {
        return ALL.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no task \"" + name + "\"; use one of " + String.join(", ", names())));
    }
}
