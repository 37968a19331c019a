package zeroone.testkit;

/** How many numbers there are of each value, in a Fenwick tree. */
final class PlainCounts {
    private final int[] counts;

    PlainCounts(int size) {
        counts = new int[size + 1];
    }

    void add(int value) {
        for (int i = value + 1; i < counts.length; i += i & -i) {
            counts[i]++;
        }
    }

    /** The rank-th smallest value. */
    int smallest(int rank) {
        int place = 0;
        int left = rank;
        for (int step = Integer.highestOneBit(counts.length - 1); step > 0; step /= 2) {
            if (place + step < counts.length && counts[place + step] < left) {
                place += step;
                left -= counts[place];
            }
        }
        return place;
    }
}
