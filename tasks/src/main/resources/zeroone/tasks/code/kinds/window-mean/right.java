class Solution {
    static double solve(long k, long[] a) {
        long total = 0;
        long best = 0;
        for (int i = 0; i < a.length; i++) {
            total += Math.min(${cap}, Math.abs(a[i] - ${centre}));
            if (i >= k) {
                total -= Math.min(${cap}, Math.abs(a[(int) (i - k)] - ${centre}));
            }
            if (i + 1 >= k) {
                best = Math.max(best, total);
            }
        }
        return (double) best / k;
    }
}
