package zeroone.cli.bench;

/**
 * How fast one core makes and judges.
 *
 * @param task its name
 * @param problemsPerSecond made in the training split
 * @param verdictsPerSecond on answers of which some are right and some nearly so
 * @param right share of right answers among them
 */
public record TaskSpeed(String task, double problemsPerSecond, double verdictsPerSecond, double right) {}
