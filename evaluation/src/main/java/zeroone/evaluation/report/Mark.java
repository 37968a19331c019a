package zeroone.evaluation.report;

/**
 * One point of a chart.
 *
 * @param y a share in [0, 1], with the interval {@code low} to {@code high}
 * @param title what it says when pointed at
 */
record Mark(double x, double y, double low, double high, String title) {}
