package zeroone.cli.gallery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Split;
import zeroone.tasks.Task;

/** What a sample of a task's problems costs the reference solver. */
record MeasuredTask(String name, List<Difficulty> sample) {
    private static final int SAMPLE = 31;

    static MeasuredTask of(Task task) {
        return new MeasuredTask(
                task.name(),
                IntStream.range(0, SAMPLE)
                        .mapToObj(i -> task.difficulty().measure(task.problems().problem(Split.TEST, 0, i)))
                        .toList());
    }

    /** The axes with the smallest and the largest value of the sample. */
    String axes() {
        Map<String, int[]> ranges = new LinkedHashMap<>();
        for (Difficulty difficulty : sample) {
            difficulty.axes().forEach((axis, value) -> {
                int[] range = ranges.computeIfAbsent(axis, none -> new int[] {value, value});
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            });
        }
        return ranges.entrySet().stream()
                .map(axis -> axis.getKey() + " " + range(axis.getValue()[0], axis.getValue()[1]))
                .collect(Collectors.joining(", "));
    }

    String unit() {
        return sample.getFirst().unit();
    }

    long median() {
        return sample.stream().mapToLong(Difficulty::effort).sorted().toArray()[sample.size() / 2];
    }

    /** The smallest and the largest effort of the sample. */
    String span() {
        return range(
                sample.stream().mapToLong(Difficulty::effort).min().orElseThrow(),
                sample.stream().mapToLong(Difficulty::effort).max().orElseThrow());
    }

    private static String range(long least, long most) {
        return least == most ? String.valueOf(least) : least + "–" + most;
    }
}
