package zeroone.cli.gallery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import zeroone.tasks.Task;

/**
 * One kind of problem with its tasks, which differ in difficulty.
 *
 * @param name what the names of the tasks have in common
 * @param tasks the easiest first
 */
public record Domain(String name, List<Task> tasks) {
    private static final Pattern LEVEL =
            Pattern.compile("(-(easy|medium|hard|small|large|tiny|short|long|full|[0-9]+(x[0-9]+)?))+$");

    public Domain {
        tasks = List.copyOf(tasks);
    }

    /** Puts tasks together whose names differ in a level or a size only. */
    public static List<Domain> of(List<Task> tasks) {
        Map<String, List<Task>> byName = new LinkedHashMap<>();
        for (Task task : tasks) {
            byName.computeIfAbsent(LEVEL.matcher(task.name()).replaceAll(""), name -> new ArrayList<>())
                    .add(task);
        }
        return byName.entrySet().stream()
                .map(domain -> new Domain(domain.getKey(), domain.getValue()))
                .toList();
    }
}
