static bool prime(long long n) {
    for (long long d = 2; d < n; d++)
        if (n % d == 0) return false;
    return n > 1;
}

long long solve(long long low, long long high) {
    long long total = 0;
    for (long long n = low; n <= high; n++) total += n % ${m} <= ${r} && prime(n);
    return total;
}
