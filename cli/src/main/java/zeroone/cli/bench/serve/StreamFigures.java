package zeroone.cli.bench.serve;

import java.util.Arrays;

/**
 * What one stream was like for its client.
 *
 * @param firstToken nanoseconds from the connection to the first text
 * @param gaps nanoseconds between two texts
 * @param tokens written, as the usage at its end says
 */
record StreamFigures(long firstToken, long[] gaps, int tokens) {
    StreamFigures {
        gaps = gaps.clone();
        if (firstToken < 0 || tokens < 1) {
            throw new IllegalArgumentException("a stream has a first token, which takes time: " + firstToken
                    + " ns to the first of " + tokens + " tokens");
        }
    }

    @Override
    public long[] gaps() {
        return gaps.clone();
    }

    /** The value that this share of the values does not exceed; 0 of none. */
    static long quantile(long[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, (long) Math.ceil(share * sorted.length) - 1)];
    }
}
