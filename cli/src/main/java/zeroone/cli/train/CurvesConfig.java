package zeroone.cli.train;

/**
 * What the curves of base and trained model are measured on. The cost is about {@code problems} thoughts per budget and
 * {@code poolProblems * samples} thoughts for votes and pass@k, for each of the two models.
 *
 * @param problems test problems behind each point of the thinking-time curve, one sample a budget
 * @param thoughtTokens the longest budget; the shorter ones are 0, 16, 32 and so on, doubling
 * @param answerTokens the most tokens of an answer
 * @param poolProblems test problems behind majority vote and pass@k
 * @param samples samples per problem for votes and pass@k; 1 leaves them out
 * @param seed of problems and samples
 */
public record CurvesConfig(
        int problems, int thoughtTokens, int answerTokens, int poolProblems, int samples, long seed) {
    public static final CurvesConfig DEFAULTS = new CurvesConfig(200, 384, 16, 32, 64, 1);

    public CurvesConfig {
        positive("problems", problems);
        positive("thoughtTokens", thoughtTokens);
        positive("answerTokens", answerTokens);
        positive("poolProblems", poolProblems);
        positive("samples", samples);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
