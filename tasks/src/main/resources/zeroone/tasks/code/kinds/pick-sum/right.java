class Solution {
    static long solve(long[] a) {
        long total = 0;
        for (long x : a) {
            total += x % ${m} <= ${r} ? x : -x;
        }
        return total;
    }
}
