package zeroone.tasks.countdown;

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
        return new Task(new CountdownTaskset(config), new CountdownSolutions(config, mixture), new CountdownThoughts());
    }
}
