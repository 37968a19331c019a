package zeroone.cli.bench.serve;

import java.util.Arrays;
import java.util.List;

/**
 * What a load was like for its clients.
 *
 * @param tokens written in all streams
 * @param seconds from the first request to the end of the last
 * @param firstToken50 median seconds from a request to its first text
 * @param firstToken99 what one in a hundred exceeds
 * @param between50 median seconds between two texts of a stream
 * @param between99 what one in a hundred exceeds
 */
public record LoadFigures(
        long tokens, double seconds, double firstToken50, double firstToken99, double between50, double between99) {
    private static final double NANOS = 1e9;

    static LoadFigures of(List<StreamFigures> streams, long nanos) {
        long[] first = streams.stream().mapToLong(StreamFigures::firstToken).toArray();
        long[] gaps = streams.stream()
                .map(StreamFigures::gaps)
                .flatMapToLong(Arrays::stream)
                .toArray();
        return new LoadFigures(
                streams.stream().mapToLong(StreamFigures::tokens).sum(),
                nanos / NANOS,
                StreamFigures.quantile(first, 0.5) / NANOS,
                StreamFigures.quantile(first, 0.99) / NANOS,
                StreamFigures.quantile(gaps, 0.5) / NANOS,
                StreamFigures.quantile(gaps, 0.99) / NANOS);
    }

    public double tokensPerSecond() {
        return tokens / seconds;
    }
}
