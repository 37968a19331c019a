package zeroone.tasks.satisfiability;

/**
 * One kind of 3-SAT. Clauses are drawn uniformly until they can be satisfied together and name all variables.
 *
 * @param name name of the task
 * @param variables how many variables, 3 to 20
 * @param minClauses fewest clauses; the number is drawn uniformly
 * @param maxClauses most clauses; problems of more than five a variable are rarely satisfiable
 */
public record SatisfiabilityConfig(String name, int variables, int minClauses, int maxClauses) {
    public static final SatisfiabilityConfig SIX = new SatisfiabilityConfig("sat-6", 6, 18, 24);

    public static final SatisfiabilityConfig TEN = new SatisfiabilityConfig("sat-10", 10, 36, 42);

    public SatisfiabilityConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (variables < 3 || variables > 20) {
            throw new IllegalArgumentException("variables must be in [3, 20]: " + variables);
        }
        if (minClauses < variables || minClauses > maxClauses || maxClauses > 6 * variables) {
            throw new IllegalArgumentException(variables + " <= minClauses <= maxClauses <= " + 6 * variables
                    + " must hold: " + minClauses + " to " + maxClauses);
        }
    }
}
