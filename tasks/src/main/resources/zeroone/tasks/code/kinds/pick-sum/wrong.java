class Solution {
    static long solve(long[] a) {
        int total = 0;
        for (long x : a) {
            total += x % ${m} <= ${r} ? (int) x : (int) -x;
        }
        return total;
    }
}
