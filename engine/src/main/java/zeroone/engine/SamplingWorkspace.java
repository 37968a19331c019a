package zeroone.engine;

/** Room for the probabilities of one row, used for all rows in turn: the model's own, and those drawn from. */
record SamplingWorkspace(TokenDistribution raw, TokenDistribution changed) {
    /** What one takes in memory. */
    static long bytes(int vocabulary) {
        return 2 * TokenDistribution.bytes(vocabulary);
    }

    static SamplingWorkspace of(int vocabulary) {
        return new SamplingWorkspace(new TokenDistribution(vocabulary), new TokenDistribution(vocabulary));
    }
}
