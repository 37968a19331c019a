package zeroone.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits sequences into rectangles of similar length, so that little is computed over padding. */
public final class MicroBatches {
    private MicroBatches() {}

    private static final double SHORTEST_SHARE = 0.6;
    private static final int FEWEST = 4;

    /**
     * Indices of the sequences, longest first, in batches whose padded size stays within a number of tokens (or that
     * hold one sequence), that hold a power of two of sequences where they are full, and in which no sequence is much shorter than the longest.
     */
    public static List<int[]> pack(List<TokenSequence> sequences, int maxTokens) {
        int[] byLength = IntStream.range(0, sequences.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -sequences.get(i).length()))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> batches = new ArrayList<>();
        int start = 0;
        while (start < byLength.length) {
            int width = sequences.get(byLength[start]).length();
            int most = Math.min(byLength.length, start + Integer.highestOneBit(Math.max(1, maxTokens / width)));
            int end = start + 1;
            while (end < most
                    && (end - start < FEWEST || sequences.get(byLength[end]).length() > SHORTEST_SHARE * width)) {
                end++;
            }
            batches.add(Arrays.copyOfRange(byLength, start, end));
            start = end;
        }
        return batches;
    }
}
