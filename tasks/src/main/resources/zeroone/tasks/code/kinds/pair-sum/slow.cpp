std::vector<long long> solve(const std::vector<long long>& a) {
    for (size_t i = 0; i < a.size(); i++)
        for (size_t j = i + 1; j < a.size(); j++)
            if ((a[i] + a[j]) % ${m} == ${r}) return {(long long)i + 1, (long long)j + 1};
    return {0, 0};
}
