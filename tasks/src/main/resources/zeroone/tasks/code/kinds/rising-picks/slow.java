class Solution {
    static long solve(long[] a) {
        long[] best = new long[a.length];
        long most = 0;
        for (int i = 0; i < a.length; i++) {
            best[i] = 1;
            for (int j = 0; j < i; j++) {
                if (a[j] + ${gap} <= a[i]) {
                    best[i] = Math.max(best[i], best[j] + 1);
                }
            }
            most = Math.max(most, best[i]);
        }
        return most;
    }
}
