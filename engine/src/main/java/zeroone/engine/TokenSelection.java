package zeroone.engine;

/**
 * Finds the largest of many values in time proportional to their number. Values are ordered from the largest down, and
 * equal ones by index, so the result does not depend on how it is found.
 */
final class TokenSelection {
    // A value and its index as one number that grows with the value and falls with the index.
    private final long[] keys;
    private float lowest;
    private int lastOfLowest;

    TokenSelection(int size) {
        this.keys = new long[size];
    }

    /**
     * Finds the first values, not negative, of which there are as many as allowed or which together reach a share of the
     * sum of all.
     *
     * @param count the most there may be, at least 1
     * @param total the sum of all values
     */
    void keep(float[] values, int count, double share, double total) {
        double sum = share * total;
        // Values up to here make up less than half of what is not needed, all of them together.
        float negligible = (float) ((total - sum) / (2.0 * keys.length));
        int size = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] > negligible) {
                keys[size++] = ((long) Float.floatToRawIntBits(values[i]) << 32) | (Integer.MAX_VALUE - i);
            }
        }
        int low = 0; // keys before it are kept, and have the mass
        int high = size; // keys from it on are not
        double mass = 0;
        long last = -1;
        while (low < high && last < 0) {
            int pivot = partition(low, high);
            double before = mass;
            for (int i = low; i < pivot; i++) {
                before += value(keys[i]);
            }
            double with = before + value(keys[pivot]);
            if (pivot > low && (pivot >= count || before >= sum)) {
                high = pivot;
            } else if (pivot + 1 >= count || with >= sum) {
                last = keys[pivot];
            } else {
                mass = with;
                low = pivot + 1;
            }
        }
        last = last < 0 ? keys[high - 1] : last; // rounding left the mass of all a little below the sum
        lowest = value(last);
        lastOfLowest = index(last);
    }

    /** Puts larger keys before the pivot and smaller ones behind it, and tells where it ends up. No two are equal. */
    private int partition(int low, int high) {
        long pivot = median(keys[low], keys[(low + high) >>> 1], keys[high - 1]);
        int i = low;
        int j = high - 1;
        while (i < j) {
            while (keys[i] > pivot) {
                i++;
            }
            while (keys[j] < pivot) {
                j--;
            }
            long key = keys[i];
            keys[i] = keys[j];
            keys[j] = key;
        }
        return j;
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static float value(long key) {
        return Float.intBitsToFloat((int) (key >>> 32));
    }

    private static int index(long key) {
        return Integer.MAX_VALUE - (int) key;
    }

    /** The smallest value kept. */
    float lowest() {
        return lowest;
    }

    /** The last index kept of those with the smallest value. */
    int lastOfLowest() {
        return lastOfLowest;
    }

    /** Indices of the largest values, largest first; values may be of any sign. For a few. */
    int[] top(float[] values, int count) {
        int[] top = new int[count];
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            if (found == count && !(values[i] > values[top[count - 1]])) {
                continue;
            }
            int at = found < count ? found++ : count - 1;
            while (at > 0 && values[i] > values[top[at - 1]]) {
                top[at] = top[at - 1];
                at--;
            }
            top[at] = i;
        }
        return top;
    }
}
