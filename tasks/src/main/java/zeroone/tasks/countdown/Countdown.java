package zeroone.tasks.countdown;

import java.util.LinkedHashMap;
import java.util.Map;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Problem;
import zeroone.tasks.Task;
import zeroone.tasks.TraceMixture;

/** Makes Countdown tasks. */
public final class Countdown {
    /** How the people worked from whom a base model learns Countdown. */
    public static final TraceMixture MIXTURE = new TraceMixture(.15, .22, .05, .40, .10, .08, 4);

    private Countdown() {}

    public static Task task(CountdownConfig config) {
        return task(config, MIXTURE);
    }

    public static Task task(CountdownConfig config, TraceMixture mixture) {
        return new Task(
                new CountdownTaskset(config),
                new CountdownSolutions(config, mixture),
                new CountdownThoughts(),
                problem -> difficulty(config, problem));
    }

    private static Difficulty difficulty(CountdownConfig config, Problem problem) {
        CountdownSolver.Difficulty searched = new CountdownSolver(config).difficulty(problem);
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("numbers", config.count());
        axes.put("solutions", searched.solutions());
        return new Difficulty(axes, searched.leaves(), "combinations of all numbers");
    }
}
