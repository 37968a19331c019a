package zeroone.tasks;

/**
 * What happens in one thought, counted exactly from its text.
 *
 * @param steps statements that can be checked (equations, cell assignments)
 * @param falseSteps those that are not true
 * @param backtracks times a line of thought is given up for another
 * @param revisits steps that repeat one already taken in the same thought: wasted work
 * @param acceptedRight checks that say "yes" of something that solves the problem
 * @param acceptedWrong checks that say "yes" of something that does not
 * @param rejectedRight checks that say "no" of something that does
 * @param rejectedWrong checks that say "no" of something that does not
 */
public record ThoughtBehaviour(
        int steps,
        int falseSteps,
        int backtracks,
        int revisits,
        int acceptedRight,
        int acceptedWrong,
        int rejectedRight,
        int rejectedWrong) {
    public static final ThoughtBehaviour NONE = new ThoughtBehaviour(0, 0, 0, 0, 0, 0, 0, 0);

    /** Checks of any outcome. */
    public int checks() {
        return acceptedRight + acceptedWrong + rejectedRight + rejectedWrong;
    }

    public int correctChecks() {
        return acceptedRight + rejectedWrong;
    }

    public ThoughtBehaviour plus(ThoughtBehaviour other) {
        return new ThoughtBehaviour(
                steps + other.steps,
                falseSteps + other.falseSteps,
                backtracks + other.backtracks,
                revisits + other.revisits,
                acceptedRight + other.acceptedRight,
                acceptedWrong + other.acceptedWrong,
                rejectedRight + other.rejectedRight,
                rejectedWrong + other.rejectedWrong);
    }
}
