package zeroone.tasks.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** The tasks of every {@link TaskProvider} on the class path. */
public final class Tasks {
    private static final Map<String, Task> BY_NAME = load();

    private Tasks() {}

    private static Map<String, Task> load() {
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (TaskProvider provider : ServiceLoader.load(TaskProvider.class, Tasks.class.getClassLoader())) {
            for (Task task : provider.tasks()) {
                if (tasks.putIfAbsent(task.name(), task) != null) {
                    throw new IllegalStateException("two tasks are named \"" + task.name() + "\", the second in "
                            + provider.getClass().getName() + ": rename one");
                }
            }
        }
        return tasks;
    }

    /** All of them, families in the order of their providers. */
    public static List<Task> all() {
        return List.copyOf(BY_NAME.values());
    }

    public static List<String> names() {
        return new ArrayList<>(BY_NAME.keySet());
    }

    /**
     * The task with the given name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Task named(String name) {
        Task task = BY_NAME.get(name);
        if (task == null) {
            throw new IllegalArgumentException(
                    "there is no task \"" + name + "\"; use one of " + String.join(", ", names()));
        }
        return task;
    }
}
