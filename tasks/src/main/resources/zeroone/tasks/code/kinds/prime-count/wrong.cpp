long long solve(long long low, long long high) {
    std::vector<bool> composite(high + 1);
    long long total = 0;
    for (long long n = 2; n <= high; n++) {
        if (composite[n]) continue;
        if (n >= low && n % ${m} <= ${r}) total++;
        for (long long i = n * n + n; i <= high; i += n) composite[i] = true;
    }
    return total;
}
