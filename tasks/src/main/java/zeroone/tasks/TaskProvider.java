package zeroone.tasks;

import java.util.List;

/**
 * A family of tasks, found by {@link java.util.ServiceLoader}: a jar on the class path that names its provider in {@code
 * META-INF/services/zeroone.tasks.TaskProvider} adds its tasks to the built-in ones. Providers have a public constructor
 * without arguments.
 */
public interface TaskProvider {
    /** The tasks of this family, the easiest first; names are unique among all providers. */
    List<Task> tasks();
}
