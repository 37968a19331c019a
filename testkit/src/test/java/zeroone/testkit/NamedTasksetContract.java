package zeroone.testkit;

import zeroone.tasks.Taskset;
import zeroone.tasks.catalog.Tasks;

/** The contract for a taskset that is known by its name. */
abstract class NamedTasksetContract extends TasksetContract {
    private final Taskset taskset;

    NamedTasksetContract(String name) {
        taskset = Tasks.named(name).problems();
    }

    @Override
    protected Taskset taskset() {
        return taskset;
    }
}
