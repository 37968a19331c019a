package zeroone.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How hard a problem is: what was asked for, and what it costs to solve.
 *
 * @param axes named properties of the problem (how many numbers, clues, steps), in a fixed order
 * @param effort what the reference solver spent on it, e.g. search nodes; comparable only within one task family
 * @param unit what effort counts, e.g. "search nodes"
 */
public record Difficulty(Map<String, Integer> axes, long effort, String unit) {
    public Difficulty {
        Objects.requireNonNull(unit, "unit");
        axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
        if (effort < 0) {
            throw new IllegalArgumentException("effort counts work and must not be negative: " + effort);
        }
    }

    /** Measures problems of one task. Deterministic, and a function of the problem alone. */
    @FunctionalInterface
    public interface Meter {
        Difficulty measure(Problem problem);
    }
}
