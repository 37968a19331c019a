package zeroone.tasks;

import java.util.Objects;

/** Everything the system knows of one kind of problem. */
public record Task(Taskset problems, WorkedSolutions workedSolutions, ThoughtReader thoughts) {
    public Task {
        Objects.requireNonNull(problems, "problems");
        Objects.requireNonNull(workedSolutions, "workedSolutions");
        Objects.requireNonNull(thoughts, "thoughts");
    }

    public String name() {
        return problems.name();
    }
}
