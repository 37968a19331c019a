class Solution {
    static double solve(long k, long[] a) {
        long best = 0;
        for (int i = 0; i + k <= a.length; i += (int) k) {
            long total = 0;
            for (int j = 0; j < k; j++) {
                total += Math.min(${cap}, Math.abs(a[i + j] - ${centre}));
            }
            best = Math.max(best, total);
        }
        return (double) best / k;
    }
}
