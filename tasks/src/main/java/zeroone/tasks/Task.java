package zeroone.tasks;

import java.util.Map;
import java.util.Objects;

/**
 * Everything the system knows of one kind of problem.
 *
 * @param difficulty measures a problem by what a reference solver spends on it
 */
public record Task(
        Taskset problems, WorkedSolutions workedSolutions, ThoughtReader thoughts, Difficulty.Meter difficulty) {
    public Task {
        Objects.requireNonNull(problems, "problems");
        Objects.requireNonNull(workedSolutions, "workedSolutions");
        Objects.requireNonNull(thoughts, "thoughts");
        Objects.requireNonNull(difficulty, "difficulty");
    }

    /** A task whose problems are measured by the length of their prompt only. */
    public Task(Taskset problems, WorkedSolutions workedSolutions, ThoughtReader thoughts) {
        this(
                problems,
                workedSolutions,
                thoughts,
                problem -> new Difficulty(Map.of(), problem.prompt().length(), "characters to read"));
    }

    public String name() {
        return problems.name();
    }
}
