package zeroone.tasks.sums;

import java.util.Map;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Problem;
import zeroone.tasks.Task;

/** "Which makes 27: 13*8, 9+18 or 40-2?" Exactly one of four sums does. */
public final class WhichSum {
    private WhichSum() {}

    public static Task task() {
        WhichSumNotes notes = new WhichSumNotes();
        return new Task(new WhichSumTaskset(), notes, notes, WhichSum::difficulty);
    }

    /** How many sums are worked out before the right one is found, in the order they are listed. */
    private static Difficulty difficulty(Problem problem) {
        int target = problem.data().path("target").asInt();
        int worked = 0;
        for (var option : problem.data().path("options")) {
            worked++;
            if (Sum.parse(option.asString()).orElseThrow().value() == target) {
                break;
            }
        }
        Map<String, Integer> axes =
                Map.of("options", problem.data().path("options").size());
        return new Difficulty(axes, worked, "sums worked out");
    }
}
