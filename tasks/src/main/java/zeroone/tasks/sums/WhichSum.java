package zeroone.tasks.sums;

import zeroone.tasks.Task;

/** "Which makes 27: 13*8, 9+18 or 40-2?" Exactly one of four sums does. */
public final class WhichSum {
    private WhichSum() {}

    public static Task task() {
        WhichSumNotes notes = new WhichSumNotes();
        return new Task(new WhichSumTaskset(), notes, notes);
    }
}
