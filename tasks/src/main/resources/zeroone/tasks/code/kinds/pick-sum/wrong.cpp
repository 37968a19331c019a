long long solve(const std::vector<long long>& a) {
    int total = 0;
    for (long long x : a) total += x % ${m} <= ${r} ? x : -x;
    return total;
}
