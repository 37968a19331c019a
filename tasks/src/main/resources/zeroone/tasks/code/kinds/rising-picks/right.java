class Solution {
    static long solve(long[] a) {
        long[] last = new long[a.length];
        int n = 0;
        for (long x : a) {
            int low = 0;
            int high = n;
            while (low < high) {
                int middle = (low + high) / 2;
                if (last[middle] <= x - ${gap}) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            if (low == n) {
                last[n++] = x;
            } else {
                last[low] = Math.min(last[low], x);
            }
        }
        return n;
    }
}
