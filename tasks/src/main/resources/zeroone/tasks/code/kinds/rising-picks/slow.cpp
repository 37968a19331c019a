#include <algorithm>

long long solve(const std::vector<long long>& a) {
    std::vector<long long> best(a.size(), 1);
    for (size_t i = 0; i < a.size(); i++)
        for (size_t j = 0; j < i; j++)
            if (a[j] + ${gap} <= a[i]) best[i] = std::max(best[i], best[j] + 1);
    return *std::max_element(best.begin(), best.end());
}
