package zeroone.evaluation.scaling;

/** How inference compute is spent on a problem. Points of different strategies never share a line. */
public enum Strategy {
    /** The model thinks until it ends its thought itself, up to the largest budget. */
    NATURAL("natural", "natural length"),
    /** The thought is closed by force at a number of tokens. */
    FORCED_BUDGET("forced_budget", "forced budget"),
    /** k samples, and the answer given most often: needs no verifier. */
    MAJORITY_VOTE("majority_vote", "majority vote"),
    /** k samples, solved if any of them is correct: what a perfect verifier could pick. */
    PASS_AT_K("pass_at_k", "pass@k");

    private final String key;
    private final String label;

    Strategy(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Name in files. */
    public String key() {
        return key;
    }

    /** Name for people. */
    public String label() {
        return label;
    }

    /** Whether several samples are drawn per problem, so that the budget of a point counts samples, not tokens. */
    public boolean parallel() {
        return switch (this) {
            case NATURAL, FORCED_BUDGET -> false;
            case MAJORITY_VOTE, PASS_AT_K -> true;
        };
    }
}
