package zeroone.evaluation.statistics;

/** How often something happened: {@code successes} of {@code trials} independent trials. */
public record Proportion(long successes, long trials) {
    public Proportion {
        if (trials < 1) {
            throw new IllegalArgumentException("a proportion needs at least one trial: " + trials);
        }
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes must be in [0, " + trials + "]: " + successes);
        }
    }

    public double share() {
        return (double) successes / trials;
    }

    /** Wilson's 95 % interval. */
    public Interval interval() {
        return Interval.wilson(share(), trials);
    }
}
