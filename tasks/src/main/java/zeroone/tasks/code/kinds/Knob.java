package zeroone.tasks.code.kinds;

/**
 * A number that the statement of a problem fixes: with it, one kind makes many problems.
 *
 * @param name as it stands in data and, as <code>${name}</code>, in programs
 * @param high the largest value, inclusive
 */
public record Knob(String name, int low, int high) {
    public Knob {
        if (low > high) {
            throw new IllegalArgumentException("the values of " + name + " must be a range: " + low + " to " + high);
        }
    }
}
